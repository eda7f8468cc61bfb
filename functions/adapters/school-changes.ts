import type { Enrolment } from "../contract/schemas/parts.ts";
import { isSameList, updatedEnrolments } from "../person/enrolments.ts";
import type { SchoolChanges } from "../ports/account-changes.ts";
import { profileOf } from "./account-row.ts";
import { placeOf } from "./look-ups.ts";
import type { Parts } from "./parts.ts";
import { personChange } from "./person-change.ts";

/** The sealed enrolments of an account by the roster (M36). Two reads by key, one transaction. */
export function dynamoSchoolChanges(parts: Parts): SchoolChanges {
  const { dynamo, keys } = parts;
  return {
    async update({ userId, epoch, personKey, source }) {
      const [row] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
      if (row?.status !== "ACTIVE" || row.epoch !== epoch) return "ended";
      const { enrolments, personKey: ownKey } = await profileOf(keys, row);
      const next = updatedEnrolments(
        enrolments,
        source,
        await goneFrom([...(ownKey === undefined ? [] : [ownKey]), personKey], enrolments),
      );
      if (isSameList(enrolments, next)) return enrolments;

      const record = { event: "school.updated", detail: { role: source.role } } as const;
      const refused = await dynamo.transact(await personChange(parts, row, { enrolments: next }, record));
      return refused.size === 0 ? next : undefined;
    },
  };

  /** Which of a student's places the roster has under none of the person's documents any more. */
  async function goneFrom(personKeys: readonly string[], enrolments: readonly Enrolment[]) {
    const places = enrolments.filter(({ role }) => role === "student").map(({ school, role }) => placeOf(school, role));
    const wanted = [...new Set(personKeys)].flatMap((personKey) => places.map((place) => ({ personKey, place })));
    const rows = wanted.length === 0 ? [] : await dynamo.batchGet(wanted.map((key) => ({ table: "roster", key })));
    const there = new Set(rows.flatMap((found) => (found === undefined ? [] : [String(found.place)])));
    return ({ school, role }: Enrolment) => !there.has(placeOf(school, role));
  }
}
