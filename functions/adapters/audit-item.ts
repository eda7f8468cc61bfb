import type { AuditEvent } from "../contract/audit-events.ts";
import type { Row, TransactItem } from "./dynamo.ts";
import type { Parts } from "./parts.ts";

interface AuditRecord {
  readonly subject: string;
  readonly event: AuditEvent;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Nothing personal. */
  readonly detail?: Row;
  /** Of the change itself, where the same change must not be told twice; a fresh one unless said. */
  readonly id?: string;
}

/** An audit record in the transaction of what it tells, created only (T27). */
export const auditItem = (
  { dynamo, ids }: Pick<Parts, "dynamo" | "ids">,
  { subject, event, now, detail = {}, id = ids.id() }: AuditRecord,
) =>
  ({
    Put: {
      TableName: dynamo.name("audit"),
      Item: { subject, entry: `${new Date(now).toISOString()}#${id}`, event, ...detail },
      ConditionExpression: "attribute_not_exists(subject)",
    },
  }) satisfies TransactItem;
