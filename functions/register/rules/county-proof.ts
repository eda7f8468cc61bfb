import { isCountysPlace } from "../../person/county-place.ts";
import type { CountyProof } from "../../ports/counties.ts";
import type { RosterEntry } from "../../ports/look-ups.ts";

/**
 * Whether a proved county account is of the person the roster knows. Where the county tells whose ID it is, that decides; where it
 * does not, school, role and name must fit, and a county that names no school vouches for nobody (T35).
 */
export function isOfPerson(proof: CountyProof, personKey: string, { name, enrolment }: RosterEntry): boolean {
  const { identity, countyName } = proof;
  if (!isCountysPlace(identity, countyName, name, enrolment)) return false;
  if (proof.personKey !== undefined) return proof.personKey === personKey;
  return identity.name !== undefined && identity.schools.length > 0;
}
