import type { ErrorCode, FieldProblem } from "../../contract/errors.ts";
import type { RequestOf } from "../../contract/routes.ts";
import { parseEmail } from "../../person/email.ts";
import { isPersonName } from "../../person/name.ts";
import { parsePersonId } from "../../person/national-id.ts";
import { parsePhone } from "../../person/phone.ts";
import { trimSpaces } from "../../person/text.ts";
import type { LegacyProfile } from "../../ports/legacy-accounts.ts";

type Form = RequestOf<"POST /api/legacy/{clientId}/register">;

type Read =
  | { readonly ok: true; readonly profile: LegacyProfile }
  | { readonly ok: false; readonly code: ErrorCode; readonly fields: readonly FieldProblem[] };

/**
 * The form of M83 by the rules: the first rule that is broken, with every field that breaks it. `personIdNeeded`: without it an ID that
 * was sent is left out, since nobody asked for it (M86).
 */
export function readLegacyProfile(form: Form, personIdNeeded: boolean): Read {
  const phone = parsePhone(form.phone);
  const email = form.email?.trim() ? parseEmail(form.email.trim()) : undefined;
  const [title, chineseName, englishName] = [form.title, form.chineseName, form.englishName].map(filledIn);
  const personId = personIdNeeded ? parsePersonId(form.personId ?? "") : undefined;

  if (!phone.ok || email?.ok === false)
    return broken("contact-rule", { phone: problemOf(phone), email: email && problemOf(email) });
  const [chinese, english] = [chineseName, englishName].map(nameProblem);
  if (chinese !== undefined || english !== undefined)
    return broken("name-rule", { chineseName: chinese, englishName: english });
  if (personId?.ok === false)
    return broken(personId.reason === "checksum" ? "person-id-checksum" : "person-id-rule", {
      personId: personId.reason,
    });

  const profile: LegacyProfile = {
    ...(title === undefined ? {} : { title }),
    phone: phone.phone,
    ...(personId === undefined ? {} : { personId: personId.id }),
    ...(email === undefined ? {} : { email: email.email }),
    ...(form.gender === undefined ? {} : { gender: form.gender }),
    ...(chineseName === undefined ? {} : { chineseName }),
    ...(englishName === undefined ? {} : { englishName }),
  };
  return { ok: true, profile };
}

function broken(code: ErrorCode, problems: Readonly<Record<string, string | undefined>>): Read {
  const fields = Object.entries(problems).flatMap(([field, problem]) => (problem ? [{ field, problem }] : []));
  return { ok: false, code, fields };
}

const problemOf = (parsed: { readonly ok: true } | { readonly ok: false; readonly reason: string }) =>
  parsed.ok ? undefined : parsed.reason;

const nameProblem = (name: string | undefined) => (name === undefined || isPersonName(name) ? undefined : "characters");

function filledIn(text: string | undefined): string | undefined {
  const trimmed = trimSpaces(text ?? "");
  return trimmed === "" ? undefined : trimmed;
}
