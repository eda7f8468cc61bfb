import { isPersonName } from "../../../../functions/person/name.ts";
import { type PersonIdProblem, parsePersonId } from "../../../../functions/person/national-id.ts";
import { trimSpaces } from "../../../../functions/person/text.ts";

export interface PersonForm {
  readonly name: string;
  readonly personId: string;
}

export interface PersonProblems {
  name?: "empty" | "not-a-name";
  personId?: PersonIdProblem;
}

/** What can be said of name and ID without a look-up (M13): the same rules as the API, the check digit among them. */
export function checkPerson(form: PersonForm): PersonProblems {
  const problems: PersonProblems = {};
  if (trimSpaces(form.name) === "") problems.name = "empty";
  else if (!isPersonName(form.name)) problems.name = "not-a-name";
  const parsed = parsePersonId(form.personId);
  if (!parsed.ok) problems.personId = parsed.reason;
  return problems;
}
