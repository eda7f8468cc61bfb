import type { FieldProblem } from "../contract/errors.ts";
import type { PasswordRules } from "../contract/policy.ts";
import { checkPassword, normalizePassword } from "../person/password.ts";
import type { CommonPasswords } from "../ports/common-passwords.ts";
import type { PasswordHistory } from "../ports/password-history.ts";

export interface JudgeParts {
  readonly commonPasswords: CommonPasswords;
  readonly passwordHistory: Pick<PasswordHistory, "isRecent">;
}

interface Person {
  readonly accountName: string;
  readonly name: string;
  readonly personId?: string;
}

/** M17, M55, C1, C2: the rules of the flow, the person's own words and the list of common passwords. Empty when the password is fine. */
export async function judgePassword(
  { commonPasswords }: Pick<JudgeParts, "commonPasswords">,
  password: string,
  rules: PasswordRules,
  { accountName, name, personId }: Person,
): Promise<FieldProblem[]> {
  // Of an address the part before @: the name of a mail host is in many a password by chance (M20).
  const words = {
    accountName: accountName.split("@", 1)[0] ?? "",
    name,
    ...(personId === undefined ? {} : { personId }),
  };
  const problems: string[] = checkPassword(password, rules, words);
  if (await commonPasswords.has(normalizePassword(password))) problems.push("common");
  return problems.map((problem) => ({ field: "password", problem }));
}

/** The same, and not one of the last three (附表十) of an account that had passwords before: `passwords`, as it keeps them. */
export async function judgeNextPassword(
  parts: JudgeParts,
  password: string,
  rules: PasswordRules,
  person: Person & { readonly passwords?: string },
): Promise<FieldProblem[]> {
  const problems = await judgePassword(parts, password, rules, person);
  // Not asked about a password that is refused anyway: hashing is the dear part.
  const isRecent = problems.length === 0 && (await parts.passwordHistory.isRecent(person.passwords, password));
  return isRecent ? [{ field: "password", problem: "recent" }] : problems;
}
