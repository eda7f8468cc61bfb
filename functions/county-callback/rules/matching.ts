import type { CountyIdentity } from "../../contract/counties.ts";
import { isCountysPlace } from "../../person/county-place.ts";
import type { RosterEntry } from "../../ports/look-ups.ts";

/** The roster's places of a person that a county may speak for (T35). */
export function placesOf(
  identity: CountyIdentity,
  countyName: string,
  entries: readonly RosterEntry[],
): readonly RosterEntry[] {
  return entries.filter(({ name, enrolment }) => isCountysPlace(identity, countyName, name, enrolment));
}
