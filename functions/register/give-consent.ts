import type { Policy } from "../contract/policy.ts";
import { termsVersion } from "../contract/terms.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { Clock } from "../ports/clock.ts";
import type { Drafts } from "../ports/drafts.ts";
import { applicationOf } from "./rules/application.ts";

/** M15: the version agreed to, when, and whether a guardian agreed too. Kept in the draft: nothing is created before the account. */
export function giveConsent({
  drafts,
  clock,
  policy,
}: {
  drafts: Drafts;
  clock: Clock;
  policy: Policy;
}): Action<"POST /api/register/consent"> {
  return async ({ body, cookies }) => {
    const draft = await drafts.read(cookies.flow);
    if (draft === undefined) throw new Problem("registration-missing");
    if (body.termsVersion !== termsVersion) throw new Problem("consent-outdated");
    const guardian = body.guardian === true;
    if (draft.enrolment.role === "student" && !guardian) {
      throw new Problem("bad-request", { fields: [{ field: "guardian", problem: "needed" }] });
    }
    const agreed = { ...draft, consent: { termsVersion, at: new Date(clock.now()).toISOString(), guardian } };
    return { body: applicationOf(policy, agreed, undefined), setCookies: [await drafts.cookie(agreed)] };
  };
}
