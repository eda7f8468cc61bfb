import { DeleteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { tables } from "../contract/tables.ts";
import { dueIds } from "./due-rows.ts";
import { type Dynamo, type Row, unlessRefused } from "./dynamo.ts";
import { ignoreRefusal } from "./flow-row.ts";
import type { Parts } from "./parts.ts";

/** The job's side of a table whose rows wait to be told: what is taken is this run's for `backoff` milliseconds. */
export function leasedRows(
  { dynamo, clock }: { readonly dynamo: Dynamo; readonly clock: Parts["clock"] },
  table: "logouts" | "notifications",
  backoff: number,
) {
  const [TableName, { partitionKey }] = [dynamo.name(table), tables[table]];

  return {
    due: (shard: number) => dueIds(dynamo, table, { dueShard: `due#${shard}`, before: clock.now() }),

    /** The row as it is now, this try counted in `attempts`. Undefined when it is not due, somebody else's, or done. */
    async take(id: string): Promise<Row | undefined> {
      const now = clock.now();
      const write = new UpdateCommand({
        TableName,
        Key: { [partitionKey]: id },
        UpdateExpression: "SET dueAt = :lease ADD attempts :one",
        ConditionExpression: "dueAt < :now",
        ExpressionAttributeValues: { ":lease": now + backoff, ":now": now, ":one": 1 },
        ReturnValues: "ALL_NEW",
      });
      return (await unlessRefused(dynamo.send(write)))?.Attributes;
    },

    async drop(id: string): Promise<void> {
      await dynamo.send(new DeleteCommand({ TableName, Key: { [partitionKey]: id } }));
    },

    /** Due again after `backoff`, and after twice the wait each time. */
    async putOff(id: string, attempts: number): Promise<void> {
      const put = new UpdateCommand({
        TableName,
        Key: { [partitionKey]: id },
        UpdateExpression: "SET dueAt = :later",
        ConditionExpression: `attribute_exists(${partitionKey})`,
        ExpressionAttributeValues: { ":later": clock.now() + backoff * 2 ** (attempts - 1) },
      });
      await ignoreRefusal(dynamo.send(put));
    },
  };
}
