import { isCountysPlace } from "../../person/county-place.ts";
import type { ProvedIdentity } from "../../ports/counties.ts";
import type { RosterEntry } from "../../ports/look-ups.ts";

/** The roster's places of a person that a county may speak for (T35). */
export function placesOf(
  identity: ProvedIdentity,
  countyName: string,
  entries: readonly RosterEntry[],
): readonly RosterEntry[] {
  return entries.filter(({ name, enrolment }) => isCountysPlace(identity, countyName, name, enrolment));
}
