import { isDeepStrictEqual } from "node:util";
import type { AuditEvent } from "../contract/audit-events.ts";
import type { DetailsChanges } from "../ports/account-changes.ts";
import { profileOf, sealedWith } from "./account-row.ts";
import type { Parts } from "./parts.ts";

const changed: AuditEvent = "details.changed";

/** The sealed details of 其他 (M20). One read, one transaction. */
export function dynamoDetailsChanges({ dynamo, keys, clock, ids }: Parts): DetailsChanges {
  return {
    async update({ userId, epoch, details }) {
      const [row] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
      if (row?.status !== "ACTIVE" || row.epoch !== epoch) return "ended";
      if (isDeepStrictEqual((await profileOf(keys, row)).details, details)) return "changed";
      const at = new Date(clock.now()).toISOString();
      const refused = await dynamo.transact([
        {
          Update: {
            TableName: dynamo.name("accounts"),
            Key: { userId },
            UpdateExpression: "SET person = :new, updatedAt = :at",
            ConditionExpression: "person = :read AND epoch = :epoch AND #status = :active",
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: {
              ":new": await sealedWith(keys, row, { details }),
              ":at": at,
              ":read": row.person,
              ":epoch": epoch,
              ":active": "ACTIVE",
            },
          },
        },
        {
          Put: {
            TableName: dynamo.name("audit"),
            // What it is now is personal: the record says that it changed.
            Item: { subject: userId, entry: `${at}#${ids.id()}`, event: changed },
            ConditionExpression: "attribute_not_exists(subject)",
          },
        },
      ]);
      return refused.size === 0 ? "changed" : "changed-meanwhile";
    },
  };
}
