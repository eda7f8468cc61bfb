import type { CaptchaAnswer } from "../contract/schemas/parts.ts";
import { Problem } from "../http/problem.ts";
import { parseEmail } from "../person/email.ts";
import { legacyAccountOf } from "../person/legacy-account.ts";
import type { Captchas } from "../ports/captchas.ts";
import type { LegacyAccount, LegacyAccounts } from "../ports/legacy-accounts.ts";

export interface FindParts {
  readonly captchas: Pick<Captchas, "redeem">;
  readonly legacyAccounts: Pick<LegacyAccounts, "count" | "findByEmail">;
}

interface Asked {
  readonly account: string;
  readonly email: string;
  readonly captcha: CaptchaAnswer;
}

/**
 * An old account by itself and the address the platform had (M85): the address is judged, the captcha spent and the look counted before
 * anything is read. Gives the address in its form, and the account or nobody, by the same calls.
 */
export async function findLegacyAccount(
  { captchas, legacyAccounts }: FindParts,
  { userId, platform }: { readonly userId: string; readonly platform: string },
  asked: Asked,
  what: "find" | "one-use",
): Promise<{ readonly email: string; readonly account: LegacyAccount | undefined }> {
  const email = parseEmail(asked.email.trim());
  if (!email.ok) throw new Problem("contact-rule", { fields: [{ field: "email", problem: email.reason }] });
  if (!(await captchas.redeem("legacy-account", asked.captcha)).right) throw new Problem("captcha-wrong");
  if (!(await legacyAccounts.count(userId, what))) throw new Problem("too-many-tries", { retryAfter: 86_400 });
  const id = { platform, account: legacyAccountOf(asked.account) };
  return { email: email.email, account: await legacyAccounts.findByEmail(id, email.email) };
}
