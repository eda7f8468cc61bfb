import { useLocation } from "preact-iso/router";
import type { ProblemCode } from "../../api.ts";
import { type Press, usePress } from "../../use-press.ts";
import { useApplicationState } from "./application-state.tsx";

export { refusedBy } from "../../use-press.ts";

/** Refusals that another page has to mend: the wizard goes there and says why. */
const elsewhere: ReadonlySet<ProblemCode> = new Set([
  "registration-missing",
  "registration-step",
  "registration-expired",
]);

export type Step = Press;

/** The form of one step. A refusal that another step has to mend leads there. */
export function useStep(): Step {
  const { sendBack } = useApplicationState();
  const { route } = useLocation();
  return usePress(async ({ problem }) => {
    if (!problem || !elsewhere.has(problem.code)) return false;
    await sendBack(problem.code);
    // The name is held no longer, which the step the service tells does not show: the account page holds it again.
    if (problem.code === "registration-expired") route("/apply/account");
    return true;
  });
}
