import * as z from "zod/mini";
import type { Policy } from "../contract/policy.ts";
import type { Clock } from "../ports/clock.ts";
import type { Credentials } from "../ports/credentials.ts";
import type { DefaultPasswordIssuer } from "../ports/default-passwords.ts";
import type { EndedRoles } from "../ports/ended-roles.ts";
import type { IdleAccounts } from "../ports/idle-accounts.ts";
import type { Bounces, Delivery, Intents, MailOutcomes } from "../ports/messages.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { Registrations } from "../ports/registrations.ts";
import type { ResetSweep } from "../ports/reset-grants.ts";
import type { RosterStore } from "../ports/roster-store.ts";
import type { DisableParts } from "./disable-account.ts";
import { disableIdle } from "./disable-idle.ts";
import { endRoles } from "./end-roles.ts";
import { forgetBounce, forgetBounceEvent } from "./forget-bounce.ts";
import { importEvent, importJob } from "./import-job.ts";
import { issueDefaultPasswords, issueEvent } from "./issue-default-passwords.ts";
import { hearOfMail, mailEvent } from "./mail-event.ts";
import { reconcileRegistrations } from "./reconcile-registrations.ts";
import { reconcileResets } from "./reconcile-resets.ts";
import { sendMessages } from "./send-messages.ts";
import { sendWritten, streamEvent } from "./send-written.ts";

interface Parts extends DisableParts {
  readonly registrations: Registrations;
  readonly resets: ResetSweep;
  readonly credentials: Credentials;
  readonly metrics: Metrics;
  readonly intents: Intents;
  readonly delivery: Delivery;
  readonly mailOutcomes: MailOutcomes;
  readonly bounces: Bounces;
  readonly store: RosterStore;
  readonly idle: IdleAccounts;
  readonly endedRoles: EndedRoles;
  readonly issuer: DefaultPasswordIssuer;
  readonly clock: Clock;
  readonly policy: Policy;
}

const event = z.union([
  z.object({ job: z.literal("reconcile-registrations") }),
  z.object({ job: z.literal("reconcile-resets") }),
  z.object({ job: z.literal("send-messages") }),
  z.object({ job: z.literal("disable-idle") }),
  issueEvent,
  mailEvent,
  forgetBounceEvent,
  importEvent,
]);

/** Reads the event against its schema and runs the job it names; what a table's stream hands over names none. */
export function jobsOf(parts: Parts): (event: unknown) => Promise<unknown> {
  return async (given) => {
    const written = streamEvent.safeParse(given);
    if (written.success) return sendWritten(written.data, parts);
    const read = event.parse(given);
    if (read.job === "reconcile-registrations") return reconcileRegistrations(parts);
    if (read.job === "reconcile-resets") return reconcileResets(parts);
    if (read.job === "send-messages") return sendMessages(parts);
    if (read.job === "mail-event") return hearOfMail(read, parts);
    if (read.job === "forget-bounce") return forgetBounce(read, parts);
    if (read.job === "disable-idle") return disableIdle(parts);
    if (read.job === "issue-default-passwords") return issueDefaultPasswords(read, parts);
    return importJob(read, { ...parts, endRoles: (places) => endRoles(parts, places) });
  };
}
