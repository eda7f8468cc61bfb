import type { Application } from "../contract/applications.ts";
import type { AnswerOf } from "../contract/routes.ts";
import type { Action } from "../http/request.ts";
import { formatMobile } from "../person/phone.ts";
import type { Profile } from "../ports/accounts.ts";
import type { Applications } from "../ports/applications.ts";
import type { Clock } from "../ports/clock.ts";
import type { LegacyLinks } from "../ports/legacy-accounts.ts";
import { arrivedAt, needsPersonId } from "./platform.ts";
import { hasSignInEnded, inUtc, linkingEnded } from "./rules/moments.ts";

interface Parts {
  readonly applications: Pick<Applications, "find" | "list">;
  readonly legacyLinks: Pick<LegacyLinks, "find">;
  readonly clock: Clock;
}

/** What somebody meets who comes to a legacy platform (M80, M81), with the form of M83 prefilled from the account. */
export function showArrival({ applications, legacyLinks, clock }: Parts): Action<"GET /api/legacy/{clientId}"> {
  return async (request) => {
    const { session, application, platform } = await arrivedAt(applications, request);
    const link = await legacyLinks.find(session.userId, platform.id);
    const { id, name, help, signInEnds } = platform;
    const [now, ended] = [clock.now(), linkingEnded(platform, clock.now())];
    return {
      body: {
        clientId: application.clientId,
        ...(application.launcher === undefined ? {} : { address: application.launcher.address }),
        platform: { id, name, help, signInEnds: inUtc(signInEnds) },
        ended: hasSignInEnded(platform, now),
        ...(ended === undefined ? {} : { linkingEnded: ended }),
        state: link?.state ?? "open",
        ...(link?.state === "linked" ? { legacyAccount: link.legacyAccount } : {}),
        form: formOf(session.profile, application),
      },
    };
  };
}

function formOf(profile: Profile, application: Application): AnswerOf<"GET /api/legacy/{clientId}">["form"] {
  const { name, enrolments, email, mobile, details } = profile;
  const phone = details?.phone ?? (mobile && formatMobile(mobile.value));
  const personIdNeeded = needsPersonId(application, profile);
  const reason = application.scopes.personid;
  return {
    name,
    roles: [...new Set(enrolments.map(({ role }) => role))],
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email: email.value }),
    ...(details?.gender === undefined ? {} : { gender: details.gender }),
    personIdNeeded,
    ...(personIdNeeded && reason !== undefined ? { personIdReason: reason } : {}),
  };
}
