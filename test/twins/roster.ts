import { personDigest, personKeyOf } from "../../functions/ports/person-key.ts";
import type { RosterStore, StoredPlace } from "../../functions/ports/roster-store.ts";
import type { TwinParts } from "./memory.ts";

/** The roster in memory, by the keyed hash of the ID and the place. */
export function rosterTwin({ memory, keys }: Pick<TwinParts, "memory" | "keys">): RosterStore {
  const { roster } = memory;
  return {
    async write(places) {
      const counts = { added: 0, changed: 0, unchanged: 0, left: 0 };
      const keyed = await Promise.all(
        places.map(async (place) => [await personKeyOf(keys, personDigest(place.personId)), place] as const),
      );
      for (const [personKey, place] of keyed) counts[writeOne(personKey, place)] += 1;
      return counts;
    },
  };

  function writeOne(personKey: string, { name, enrolment, leave }: StoredPlace) {
    const { school, role } = enrolment;
    const key = [personKey, school.code, school.level, role].join("|");
    const before = roster.get(key);
    if (leave) return roster.delete(key) ? "left" : "unchanged";
    roster.set(key, { name, enrolment: { ...enrolment } });
    if (before === undefined) return "added";
    return textOf(before) === textOf({ name, enrolment }) ? "unchanged" : "changed";
  }
}

/** In whatever order the fields came, and whether one is missing or undefined. */
const textOf = ({ name, enrolment }: Pick<StoredPlace, "name" | "enrolment">): string =>
  JSON.stringify([name, enrolment.school.name, Object.entries(enrolment).toSorted()]);
