import type { CaseCategory, CaseOwner } from "../../contract/schemas/cases.ts";

/** Where the person says they belong, as far as the page knows. */
export interface Place {
  readonly county?: string | undefined;
  readonly school?: string | undefined;
}

/** What a roster says is put right by whoever keeps the roster; everything else is for the service itself. */
const aboutRoster: readonly CaseCategory[] = ["person-not-found", "wrong-data"];

/** Who takes care of a case (M70, "beyond" 1): by category, then by the nearest that keeps the person's data. */
export function ownerOf(category: CaseCategory, { county, school }: Place): CaseOwner {
  if (!aboutRoster.includes(category)) return "service-desk";
  if (school !== undefined) return "school";
  return county === undefined ? "service-desk" : "county";
}
