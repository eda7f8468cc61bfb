import { createHash, timingSafeEqual } from "node:crypto";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { legacyAccountOf } from "../person/legacy-account.ts";
import type { Applications } from "../ports/applications.ts";
import type { Clock } from "../ports/clock.ts";
import type { LegacyAccounts } from "../ports/legacy-accounts.ts";
import type { Metrics } from "../ports/metrics.ts";
import { wholePlatform } from "./platform.ts";
import { endNotice, hasSignInEnded, inUtc } from "./rules/moments.ts";
import { tryLegacyPassword } from "./try-password.ts";

interface Parts {
  readonly applications: Pick<Applications, "find" | "list">;
  readonly legacyAccounts: Pick<LegacyAccounts, "try">;
  readonly clock: Clock;
  readonly metrics: Metrics;
}

/**
 * The old sign-in, which the platform's own server asks for (M80): until its moment, with the notice of when that is; from then on no
 * password is looked at. Who has joined the account signs in with the education account, and is told so only after the right password.
 */
export function legacySignIn(parts: Parts): Action<"POST /api/legacy-sign-in"> {
  const { applications, clock } = parts;
  return async ({ body }) => {
    const application = await applications.find(body.client_id);
    const own = application?.legacyPlatform;
    const isTheirs = isSame(application?.clientSecret, body.client_secret);
    if (!isTheirs || own === undefined) throw new Problem("client-unknown");
    const platform = await wholePlatform(applications, own);
    if (hasSignInEnded(platform, clock.now())) throw new Problem("legacy-sign-in-ended");
    const id = { platform: platform.id, account: legacyAccountOf(body.account) };
    const account = await tryLegacyPassword(parts, id, body.password, { oneUse: false });
    if (account.state === "linked") throw new Problem("legacy-linked");
    return {
      body: {
        legacy_account: account.shownAccount,
        sign_in_ends: inUtc(platform.signInEnds),
        notice: endNotice(platform),
      },
    };
  };
}

/** Hashed first, so that lengths make no difference in time. No secret equals none. */
function isSame(kept: string | undefined, given: string): boolean {
  const [one, other] = [kept ?? "", given].map((text) => createHash("sha256").update(text).digest());
  return timingSafeEqual(one as Buffer, other as Buffer) && kept !== undefined;
}
