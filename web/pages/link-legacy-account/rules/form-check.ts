import type { RequestOf } from "../../../../functions/contract/routes.ts";
import type { Gender } from "../../../../functions/contract/schemas/public-registration.ts";
import { parseEmail } from "../../../../functions/person/email.ts";
import { isPersonName } from "../../../../functions/person/name.ts";
import { parsePersonId } from "../../../../functions/person/national-id.ts";
import { parsePhone } from "../../../../functions/person/phone.ts";
import { trimSpaces } from "../../../../functions/person/text.ts";

/** 尚未有平台資訊 as the fields have it (M83). */
export interface PlatformForm {
  readonly title: string;
  readonly phone: string;
  readonly email: string;
  readonly gender: Gender | "none";
  readonly personId: string;
  readonly chineseName: string;
  readonly englishName: string;
}

const longestTitle = 60;
const isBlank = (text: string) => trimSpaces(text) === "";
type Problem = string | undefined;

function phoneProblem(phone: string): Problem {
  if (isBlank(phone)) return "empty";
  const parsed = parsePhone(phone);
  return parsed.ok ? undefined : parsed.reason;
}

function emailProblem(email: string): Problem {
  if (isBlank(email)) return undefined;
  const parsed = parseEmail(trimSpaces(email));
  return parsed.ok ? undefined : parsed.reason;
}

function personIdProblem(personId: string): Problem {
  const parsed = parsePersonId(personId);
  return parsed.ok ? undefined : parsed.reason;
}

const nameProblem = (name: string): Problem => (isBlank(name) || isPersonName(name) ? undefined : "characters");

/** The first thing wrong with each field, by its name, in the order of the page; by the rules of the API. */
export function checkPlatformForm(form: PlatformForm, personIdNeeded: boolean): [field: string, problem: string][] {
  const found: Record<keyof Omit<PlatformForm, "gender">, Problem> = {
    title: trimSpaces(form.title).length > longestTitle ? "too-long" : undefined,
    phone: phoneProblem(form.phone),
    email: emailProblem(form.email),
    personId: personIdNeeded ? personIdProblem(form.personId) : undefined,
    chineseName: nameProblem(form.chineseName),
    englishName: nameProblem(form.englishName),
  };
  return Object.entries(found).filter((entry): entry is [string, string] => entry[1] !== undefined);
}

/** As the API takes it: what is blank is left out, and an ID number that nobody asked for. */
export function platformFormToSend(
  form: PlatformForm,
  personIdNeeded: boolean,
): RequestOf<"POST /api/legacy/{clientId}/register"> {
  const { gender, phone, personId, ...texts } = form;
  const all = { ...texts, ...(personIdNeeded ? { personId } : {}) };
  const filled = Object.entries(all).map(([field, text]) => [field, trimSpaces(text)] as const);
  return {
    phone: trimSpaces(phone),
    ...Object.fromEntries(filled.filter(([, text]) => text !== "")),
    ...(gender === "none" ? {} : { gender }),
  };
}
