import type { ErrorCode, FieldProblem } from "../../../contract/errors.ts";
import type { RequestOf } from "../../../contract/routes.ts";
import { accountEmailOf, isOwnAddress } from "../../../person/account-name.ts";
import { parseEmail } from "../../../person/email.ts";
import { isPersonName } from "../../../person/name.ts";
import { parsePhone } from "../../../person/phone.ts";
import { trimSpaces } from "../../../person/text.ts";
import type { PublicPerson } from "../../../ports/public-registrations.ts";

type Body = RequestOf<"POST /api/public/register">;
export type ReadForm = Pick<PublicPerson, "email" | "account" | "name" | "nickname" | "phone" | "gender">;

/** M20: the form but its password, every field judged at once. `person` is right where there are no problems. */
export function readForm(body: Body, accountDomain: string): { person: ReadForm; problems: FieldProblem[] } {
  const address = readAddress(body.email, accountDomain);
  const phone = trimSpaces(body.phone ?? "") === "" ? undefined : parsePhone(body.phone ?? "");
  const names = (["name", "nickname"] as const).filter((field) => !isPersonName(body[field]));
  const needsGuardian = !body.adult && body.guardian !== true;
  return {
    person: {
      email: address.email,
      account: address.account,
      name: trimSpaces(body.name),
      nickname: trimSpaces(body.nickname),
      ...(phone?.ok ? { phone: phone.phone } : {}),
      ...(body.gender === undefined ? {} : { gender: body.gender }),
    },
    problems: [
      ...(address.problem === undefined ? [] : [{ field: "email", problem: address.problem }]),
      ...names.map((field) => ({ field, problem: "characters" })),
      ...(phone === undefined || phone.ok ? [] : [{ field: "phone", problem: phone.reason }]),
      ...(needsGuardian ? [{ field: "guardian", problem: "needed" }] : []),
    ],
  };
}

/** An address as typed and as account. Nobody registers one under the service's own domain: account names live there. */
export function readAddress(
  text: string,
  accountDomain: string,
): { readonly email: string; readonly account: string; readonly problem?: string } {
  const parsed = parseEmail(text);
  if (!parsed.ok) return { email: "", account: "", problem: parsed.reason };
  const { email } = parsed;
  const account = accountEmailOf(email) ?? "";
  return { email, account, ...(isOwnAddress(email, accountDomain) ? { problem: "own-domain" } : {}) };
}

const codes: Readonly<Record<string, ErrorCode>> = {
  email: "contact-rule",
  phone: "contact-rule",
  name: "name-rule",
  nickname: "name-rule",
  password: "password-rule",
};

/** The error that the first wrong field makes; all of them are told with it. */
export const errorOf = ([first]: readonly FieldProblem[]): ErrorCode => codes[first?.field ?? ""] ?? "bad-request";
