import type { AuditEvent } from "../contract/audit-events.ts";
import type { Enrolment } from "../contract/schemas/parts.ts";
import { isSameList, updatedEnrolments } from "../person/enrolments.ts";
import type { SchoolChanges } from "../ports/account-changes.ts";
import { profileOf, sealedWith } from "./account-row.ts";
import { placeOf } from "./look-ups.ts";
import type { Parts } from "./parts.ts";

const updated: AuditEvent = "school.updated";

/** The sealed enrolments of an account by the roster (M36). Two reads by key, one transaction. */
export function dynamoSchoolChanges({ dynamo, keys, clock, ids }: Parts): SchoolChanges {
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

      const refused = await dynamo.transact([
        {
          Update: {
            TableName: dynamo.name("accounts"),
            Key: { userId },
            UpdateExpression: "SET person = :new, updatedAt = :at",
            ConditionExpression: "person = :read AND epoch = :epoch AND #status = :active",
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: {
              ":new": await sealedWith(keys, row, { enrolments: next }),
              ":at": new Date(clock.now()).toISOString(),
              ":read": row.person,
              ":epoch": epoch,
              ":active": "ACTIVE",
            },
          },
        },
        {
          Put: {
            TableName: dynamo.name("audit"),
            // Where somebody goes to school is personal: the record says that it changed.
            Item: {
              subject: userId,
              entry: `${new Date(clock.now()).toISOString()}#${ids.id()}`,
              event: updated,
              role: source.role,
            },
            ConditionExpression: "attribute_not_exists(subject)",
          },
        },
      ]);
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
