import { Problem } from "../../http/problem.ts";
import type { Action } from "../../http/request.ts";
import { formatMobile } from "../../person/phone.ts";
import type { Applications } from "../../ports/applications.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Consents } from "../../ports/consents.ts";
import type { Events } from "../../ports/events.ts";
import type { LegacyLinks } from "../../ports/legacy-accounts.ts";
import type { OwnData } from "../../ports/own-data.ts";
import type { Sessions } from "../../ports/sessions.ts";
import { shownAccount } from "../rules/shown-account.ts";
import { nameOf, shownApplicationSignIns } from "../rules/shown-applications.ts";
import { shownDevice, shownSignIn } from "../rules/shown-records.ts";

interface Parts {
  readonly ownData: OwnData;
  readonly legacyLinks: Pick<LegacyLinks, "list">;
  readonly consents: Pick<Consents, "list">;
  readonly applications: Pick<Applications, "list">;
  readonly events: Pick<Events, "signIns" | "applicationSignIns">;
  readonly sessions: Pick<Sessions, "list">;
  readonly clock: Clock;
  readonly accountDomain: string;
}

/** More than anybody has in two years, and what still fits into one answer: the oldest beyond it are left out. */
const mostRecords = 10_000;

/** Everything the service holds of who asks, opened; no hash and no secret, and nothing of anybody else. Each download is on the audit record. */
export function downloadData(parts: Parts): Action<"POST /api/my-account/data"> {
  const { ownData, consents, events, sessions, clock } = parts;
  return async ({ session }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const { userId, sessionKey, profile } = session;
    if (!(await ownData.note(userId))) throw new Problem("too-many-tries", { retryAfter: 3_600 });
    const [rest, given, signIns, applicationSignIns, live, applications, legacyAccounts] = await Promise.all([
      ownData.rest(userId),
      consents.list(userId),
      events.signIns(userId, mostRecords),
      events.applicationSignIns(userId, mostRecords),
      sessions.list(userId),
      parts.applications.list(),
      parts.legacyLinks.list(userId),
    ]);
    const known = new Map(applications.map((application) => [application.clientId, application]));
    const { notice, personNumber, earlierContacts, counties } = rest;
    return {
      body: {
        account: shownAccount(profile, parts.accountDomain),
        ...(notice === undefined ? {} : { notice }),
        ...(personNumber === undefined ? {} : { personNumber }),
        earlierContacts: earlierContacts.map(({ channel, value }) => ({
          channel,
          value: channel === "sms" ? formatMobile(value) : value,
        })),
        counties: [...counties],
        consents: given.map(({ clientId, scopes, grantedAt }) => ({
          clientId,
          name: nameOf(clientId, known.get(clientId)),
          scopes: [...scopes],
          grantedAt,
        })),
        signIns: signIns.map(shownSignIn),
        applicationSignIns: shownApplicationSignIns(applicationSignIns, applications),
        devices: live.map((one) => shownDevice(one, sessionKey)),
        legacyAccounts: legacyAccounts.map((link) => ({ ...link })),
        writtenAt: new Date(clock.now()).toISOString(),
      },
    };
  };
}
