import type { Policy } from "../../contract/policy.ts";
import type { Action } from "../../http/request.ts";
import type { Clock } from "../../ports/clock.ts";
import type { PublicRegistrations, PublicRegistrationTokens } from "../../ports/public-registrations.ts";
import { shownRegistration } from "./rules/shown.ts";
import { subjectOf } from "./rules/subject.ts";

interface Parts {
  readonly publicRegistrations: Pick<PublicRegistrations, "find" | "mailTimes">;
  readonly tokens: Pick<PublicRegistrationTokens, "read">;
  readonly clock: Clock;
  readonly policy: Policy;
}

/** How far the registration of this browser is, for a reload. */
export function showRegistration({
  publicRegistrations,
  tokens,
  clock,
  policy,
}: Parts): Action<"GET /api/public/registration"> {
  return async ({ cookies }) => {
    const flowId = await tokens.read(cookies.public);
    if (flowId === undefined) return { body: shownRegistration(policy, undefined, undefined, clock.now()) };
    const [flow, mail] = await Promise.all([
      publicRegistrations.find(flowId),
      publicRegistrations.mailTimes(subjectOf(flowId)),
    ]);
    const times = mail && { codeExpiresAt: mail.codeExpiresAt, resendAt: mail.sentAt + policy.code.gap * 1_000 };
    return { body: shownRegistration(policy, flow, times, clock.now()) };
  };
}
