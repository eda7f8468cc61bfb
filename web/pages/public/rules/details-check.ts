import type { Gender } from "../../../../functions/contract/schemas/public-registration.ts";
import { readDetails } from "../../../../functions/person/details.ts";
import { trimSpaces } from "../../../../functions/person/text.ts";

/** What 其他 tell of themselves beside account and name (M20), as the fields have it. */
export interface DetailsForm {
  readonly nickname: string;
  readonly phone: string;
  readonly gender: Gender | "none";
}

/** The first thing wrong with each field, by its name. */
export type FieldProblems = Readonly<Record<string, string>>;

/** As the API takes it: what is blank is left out. */
export function detailsToSend({ nickname, phone, gender }: DetailsForm) {
  return {
    nickname: trimSpaces(nickname),
    ...(trimSpaces(phone) === "" ? {} : { phone: trimSpaces(phone) }),
    ...(gender === "none" ? {} : { gender }),
  };
}

/** By the rule of the API. */
export function checkDetails(form: DetailsForm): FieldProblems {
  const { nameProblems, contactProblems } = readDetails(detailsToSend(form));
  const found = Object.fromEntries([...nameProblems, ...contactProblems].map(({ field, problem }) => [field, problem]));
  return trimSpaces(form.nickname) === "" ? { ...found, nickname: "empty" } : found;
}
