import type { Policy } from "../contract/policy.ts";
import type { Action } from "../http/request.ts";
import type { Applications } from "../ports/applications.ts";
import { type FindParts, findLegacyAccount } from "./find-account.ts";
import { arrivedAt } from "./platform.ts";

interface Parts extends FindParts {
  readonly applications: Pick<Applications, "find" | "list">;
  readonly policy: Policy;
}

/** 查詢密碼 (M85): the hint the person once wrote, where it is shown at all (C5); who has none, or knows not enough, is told nothing. */
export function findPassword(parts: Parts): Action<"POST /api/legacy/{clientId}/find-password"> {
  return async (request) => {
    const { session, platform } = await arrivedAt(parts.applications, request);
    const who = { userId: session.userId, platform: platform.id };
    const { account } = await findLegacyAccount(parts, who, request.body, "find");
    const hint = parts.policy.legacy.hint ? account?.hint : undefined;
    return { body: hint === undefined ? {} : { hint } };
  };
}
