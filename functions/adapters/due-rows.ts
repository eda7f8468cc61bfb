import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { type TableName, tables } from "../contract/tables.ts";
import type { Dynamo } from "./dynamo.ts";

interface Due {
  /** The partition of the sparse index, as `dueShardOf` names it. */
  readonly dueShard: string;
  /** Epoch milliseconds: what was due before then. */
  readonly before: number;
  /** At most so many, the longest due first. */
  readonly most?: number;
}

/** The partition keys of a table's rows that are due in one shard of its sparse index `due`. The index may be a little behind. */
export async function dueIds(
  dynamo: Dynamo,
  table: TableName,
  { dueShard, before, most = 100 }: Due,
): Promise<string[]> {
  const { Items = [] } = await dynamo.send(
    new QueryCommand({
      TableName: dynamo.name(table),
      IndexName: "due",
      KeyConditionExpression: "dueShard = :shard AND dueAt < :before",
      ExpressionAttributeValues: { ":shard": dueShard, ":before": before },
      Limit: most,
    }),
  );
  return Items.map((item) => String(item[tables[table].partitionKey]));
}
