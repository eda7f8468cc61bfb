import type { FieldProblem } from "../contract/errors.ts";
import type { Policy } from "../contract/policy.ts";
import { checkPassword, normalizePassword } from "../person/password.ts";
import type { CommonPasswords } from "../ports/common-passwords.ts";
import type { PasswordHistory } from "../ports/password-history.ts";
import type { ResetGrant } from "../ports/reset-grants.ts";

export interface JudgeParts {
  readonly commonPasswords: CommonPasswords;
  readonly passwordHistory: PasswordHistory;
  readonly policy: Policy;
}

/** M17, C1: the rules of the register flow, the person's own words, the list of common passwords and the last three (附表十). Empty when the password is fine. */
export async function judgePassword(
  { commonPasswords, passwordHistory, policy }: JudgeParts,
  password: string,
  { account: { accountName, name, passwords } }: ResetGrant,
): Promise<FieldProblem[]> {
  const problems: string[] = checkPassword(password, policy.passwords.register, { accountName, name });
  if (await commonPasswords.has(normalizePassword(password))) problems.push("common");
  // Not asked about a password that is refused anyway: hashing is the dear part.
  if (problems.length === 0 && (await passwordHistory.isRecent(passwords, password))) problems.push("recent");
  return problems.map((problem) => ({ field: "password", problem }));
}
