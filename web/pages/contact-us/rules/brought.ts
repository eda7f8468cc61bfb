import type { CaseCategory } from "../../../../functions/contract/schemas/cases.ts";
import type { Level } from "../../../../functions/contract/schemas/parts.ts";
import type { Facts } from "./template.ts";

/** What is known when the form opens. `county` is ISO 3166-2 without `TW-`; both places say who takes care of the case. */
export interface Brought {
  readonly category?: CaseCategory;
  readonly name?: string;
  /** ID number or account. */
  readonly person?: string;
  readonly county?: string;
  readonly school?: { readonly code: string; readonly level: Level };
  readonly facts: Facts;
}
