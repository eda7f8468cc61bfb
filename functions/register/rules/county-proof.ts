import { isCountysPlace, isVouchedFor } from "../../person/county-place.ts";
import type { CountyProof } from "../../ports/counties.ts";
import type { RosterEntry } from "../../ports/look-ups.ts";

/**
 * Whether a proved county account is of the person the roster knows (T35). Where the county tells whose ID it is, that decides; where
 * it does not, only what it vouches for counts.
 */
export function isOfPerson(proof: CountyProof, personKey: string, { name, enrolment }: RosterEntry): boolean {
  const { identity, countyName } = proof;
  if (proof.personKey === undefined) return isVouchedFor(identity, countyName, name, enrolment);
  return proof.personKey === personKey && isCountysPlace(identity, countyName, name, enrolment);
}
