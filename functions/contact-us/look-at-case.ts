import type { Policy } from "../contract/policy.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { Cases } from "../ports/cases.ts";
import type { Keys } from "../ports/keys.ts";
import { readPair } from "./rules/numbers.ts";

interface Parts {
  readonly cases: Cases;
  readonly keys: Keys;
  readonly policy: Policy;
}

/** The status of a case to whoever has its number and its code. A wrong number and a wrong code are the same answer. */
export function lookAtCase({ cases, keys, policy }: Parts): Action<"POST /api/cases/look"> {
  return async ({ body, client }) => {
    const from = { client: await keys.mac("limit", client.network), fromSchool: client.fromSchool };
    const shown = await cases.look(readPair(body), from);
    if (shown === "too-many-tries")
      throw new Problem("too-many-tries", { retryAfter: policy.cases.looksPerClient.seconds });
    if (shown === undefined) throw new Problem("case-not-found");
    return { body: shown };
  };
}
