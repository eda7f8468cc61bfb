import type { Policy } from "../../contract/policy.ts";
import type { Application } from "../../contract/schemas/register.ts";
import type { Draft, Flow } from "../../ports/registrations.ts";

/**
 * What a browser may see of its own application, and the step it is at. `flow` is the row behind it, once the account step was done;
 * without a row (never made, abandoned, cleaned) the account step has to be done again, with what was typed kept.
 */
export function applicationOf(
  { passwords }: Pick<Policy, "passwords">,
  draft: Draft | undefined,
  flow: Flow | undefined,
  account?: string,
): Application {
  if (draft === undefined) return { step: "none" };
  return {
    step: stepOf(draft, flow),
    name: draft.name,
    ...(draft.maskedPersonId === undefined ? {} : { personId: draft.maskedPersonId }),
    enrolment: draft.enrolment,
    consented: draft.consent !== undefined,
    ...(draft.accountName === undefined ? {} : { accountName: draft.accountName }),
    ...(draft.email === undefined ? {} : { email: draft.email }),
    ...(draft.mobile === undefined ? {} : { mobile: draft.mobile }),
    ...(account === undefined ? {} : { account }),
    ...(draft.county === undefined ? {} : { county: draft.county.id }),
    passwordRules: passwords.register,
  };
}

function stepOf(draft: Draft, flow: Flow | undefined): Application["step"] {
  if (draft.consent === undefined) return "confirm";
  if (draft.accountName === undefined || flow === undefined) return "account";
  if (flow.status === "DONE") return "done";
  if (flow.status === "ABANDONED" || flow.revision !== draft.revision) return "account";
  if (flow.status === "CREATING") return "review";
  return flow.status === "VERIFIED" && flow.proved !== undefined ? "review" : "code";
}
