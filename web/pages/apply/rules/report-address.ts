import type { CaseCategory } from "../../../../functions/contract/schemas/cases.ts";
import { type Choice, writeChoice } from "./choice.ts";

/** Where a 回報問題 button leads (M11, M13, M14): what it is about and what was chosen, nothing of the person. */
export function reportAddress(category: CaseCategory, choice: Choice): string {
  return `/contact-us?about=${category}${writeChoice(choice).replace("?", "&")}`;
}
