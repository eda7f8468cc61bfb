import { sameMaskedName, sameName } from "./name.ts";

/** What a county says of a person, as far as it is compared. */
interface Said {
  readonly name?: string | undefined;
  readonly nameMasked: boolean;
  readonly roles: readonly string[];
  readonly schools: readonly { readonly code: string }[];
}

interface Place {
  readonly county: string;
  readonly role: string;
  readonly school: { readonly code: string };
}

/**
 * Whether a county may speak for a person at a place of the roster: in that very county, at a school it named (if it named any), in a
 * role it gave, under a name that fits. A county never speaks for another county's person (T35).
 */
export function isCountysPlace(said: Said, countyName: string, name: string, place: Place): boolean {
  return (
    place.county === countyName &&
    (said.schools.length === 0 || said.schools.some(({ code }) => code === place.school.code)) &&
    (said.roles.length === 0 || said.roles.includes(place.role)) &&
    isSameName(said, name)
  );
}

/** A county that shows no name says nothing against; a masked one must fit. */
function isSameName(said: Said, name: string): boolean {
  if (said.name === undefined) return true;
  return said.nameMasked ? sameMaskedName(said.name, name) : sameName(said.name, name);
}
