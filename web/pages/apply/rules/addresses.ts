import type { Application } from "../../../../functions/contract/schemas/register.ts";
import { type Choice, choiceOf, writeChoice } from "./choice.ts";
import type { ApplyPage } from "./steps.ts";

/** The pages before an application exists carry the choice; later ones need nothing in the address. */
const beforeApplication: ReadonlySet<ApplyPage> = new Set(["identity", "school", "person"]);

/** The address of a page, with what its form shows. The choice of the address comes before the one the service knows. */
export function addressOf(page: ApplyPage, choice: Choice | undefined, application: Application): string {
  if (!beforeApplication.has(page)) return `/apply/${page}`;
  const known = application.enrolment ? choiceOf(application.enrolment) : {};
  return `/apply/${page}${writeChoice(choice && Object.keys(choice).length > 0 ? choice : known)}`;
}
