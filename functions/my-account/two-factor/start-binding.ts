import { Problem } from "../../http/problem.ts";
import type { Action } from "../../http/request.ts";
import { shownAccountOf } from "../../person/account-name.ts";
import type { SecondFactors } from "../../ports/second-factors.ts";
import { keyUri } from "./rules/key-uri.ts";

interface Parts {
  readonly factors: Pick<SecondFactors, "start">;
  readonly accountDomain: string;
}

/** 開始 (M63): a new seed, shown once, good for one binding. Whoever has one that is on unbinds it first. */
export function startBinding({ factors, accountDomain }: Parts): Action<"POST /api/my-account/two-factor/start"> {
  return async ({ session }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const started = await factors.start(session.userId);
    if (started === undefined) throw new Problem("two-factor-state");
    const uri = keyUri(shownAccountOf(session.profile.accountName, accountDomain), started.secret);
    return { body: { ...started, uri } };
  };
}
