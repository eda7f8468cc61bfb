import { sealedWith } from "./account-row.ts";
import { auditItem } from "./audit-item.ts";
import type { Row, TransactItem } from "./dynamo.ts";
import type { Parts } from "./parts.ts";

/**
 * Sealed fields of an ACTIVE account as they are from now on, and the record of it: refused once the row is another than `row`, as it was
 * read. What the fields say is personal: the record says that they changed.
 */
export async function personChange(
  parts: Pick<Parts, "dynamo" | "keys" | "clock" | "ids">,
  row: Row,
  fields: Parameters<typeof sealedWith>[2],
  record: Pick<Parameters<typeof auditItem>[1], "event" | "detail">,
): Promise<TransactItem[]> {
  const { dynamo, keys, clock } = parts;
  const [now, userId] = [clock.now(), String(row.userId)];
  return [
    {
      Update: {
        TableName: dynamo.name("accounts"),
        Key: { userId },
        UpdateExpression: "SET person = :new, updatedAt = :at",
        ConditionExpression: "person = :read AND epoch = :epoch AND #status = :active",
        ExpressionAttributeNames: { "#status": "status" },
        ExpressionAttributeValues: {
          ":new": await sealedWith(keys, row, fields),
          ":at": new Date(now).toISOString(),
          ":read": row.person,
          ":epoch": row.epoch,
          ":active": "ACTIVE",
        },
      },
    },
    auditItem(parts, { subject: userId, now, ...record }),
  ];
}
