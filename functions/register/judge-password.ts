import type { FieldProblem } from "../contract/errors.ts";
import type { Policy } from "../contract/policy.ts";
import { checkPassword, normalizePassword } from "../person/password.ts";
import type { CommonPasswords } from "../ports/common-passwords.ts";
import type { Draft } from "../ports/registrations.ts";

/** M17, C1: the rules of the register flow, the person's own words and the list of common passwords. Empty when the password is fine. */
export async function judgePassword(
  parts: { policy: Policy; commonPasswords: CommonPasswords },
  password: string,
  draft: Pick<Draft, "name" | "personId">,
  accountName: string,
): Promise<FieldProblem[]> {
  const { name, personId } = draft;
  const context = { accountName, name, ...(personId === undefined ? {} : { personId }) };
  const problems: string[] = checkPassword(password, parts.policy.passwords.register, context);
  if (await parts.commonPasswords.has(normalizePassword(password))) problems.push("common");
  return problems.map((problem) => ({ field: "password", problem }));
}
