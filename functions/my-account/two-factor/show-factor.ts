import { Problem } from "../../http/problem.ts";
import type { Action } from "../../http/request.ts";
import type { SecondFactors } from "../../ports/second-factors.ts";

/** How the person's own second factor stands (M63). Of a binding that was begun and not finished nothing is said: it is begun anew. */
export function showFactor({
  factors,
}: {
  factors: Pick<SecondFactors, "find">;
}): Action<"GET /api/my-account/two-factor"> {
  return async ({ session }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    return { body: await factors.find(session.userId) };
  };
}
