import type { CountyEntry } from "../../../../functions/contract/schemas/county.ts";
import { entryOf, useCountyEntries } from "../../../components/county-picker/county-entries.ts";
import { useCountyProof } from "../../../components/county-picker/county-proof.ts";
import { canStart, isCountyId } from "../../../components/county-picker/tiles.ts";
import type { SchoolPick } from "../../../components/school-picker/use-school-pick.ts";
import { knownName } from "../rules/known-name.ts";

/** What the school's county offers (M12): its button, or the word that its account is proved already, or nothing. */
export type CountyWay =
  | { readonly state: "loading" }
  | { readonly state: "none" }
  | { readonly state: "offered"; readonly entry: CountyEntry }
  | { readonly state: "proved"; readonly entry: CountyEntry; readonly name: string | undefined };

/** Nothing is offered where the county cannot be asked now: the form below is always there. */
export function useCountyWay({ county, state }: SchoolPick): CountyWay {
  const [counties] = useCountyEntries();
  const [proof] = useCountyProof();
  const isWaiting = counties.state === "loading" || proof.state === "loading";
  if (isWaiting || (!county && state === "loading")) return { state: "loading" };
  const entry = county && isCountyId(county.id) ? entryOf(counties, county.id) : undefined;
  if (!entry) return { state: "none" };
  if (proof.state === "ready" && proof.proof.county === entry.id)
    return { state: "proved", entry, name: knownName(proof.proof.name) };
  return canStart(entry) ? { state: "offered", entry } : { state: "none" };
}
