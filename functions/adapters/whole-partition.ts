import { setTimeout as delay } from "node:timers/promises";
import { BatchWriteCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { type TableName, tables } from "../contract/tables.ts";
import type { Dynamo, Row } from "./dynamo.ts";

const atOnce = 25;
const mostWaits = 6;

/** The pages of one user's rows of a table, by key. */
export async function* pagesOf(dynamo: Dynamo, table: TableName, userId: string): AsyncGenerator<Row[]> {
  let ExclusiveStartKey: Row | undefined;
  do {
    const page = await dynamo.send(
      new QueryCommand({
        TableName: dynamo.name(table),
        KeyConditionExpression: "userId = :user",
        ExpressionAttributeValues: { ":user": userId },
        ConsistentRead: true,
        ExclusiveStartKey,
      }),
    );
    yield page.Items ?? [];
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey !== undefined);
}

/** Deletes all of a user's rows of a table. May be repeated; throws "busy" when DynamoDB keeps leaving some undone (T47). */
export async function emptyPartition(dynamo: Dynamo, table: TableName, userId: string): Promise<void> {
  const { partitionKey, sortKey }: { partitionKey: string; sortKey?: string } = tables[table];
  for await (const rows of pagesOf(dynamo, table, userId)) {
    const deletes = rows.map((row) => ({
      DeleteRequest: {
        Key: { [partitionKey]: row[partitionKey], ...(sortKey === undefined ? {} : { [sortKey]: row[sortKey] }) },
      },
    }));
    for (let at = 0; at < deletes.length; at += atOnce) await write(dynamo, table, deletes.slice(at, at + atOnce));
  }
}

async function write(dynamo: Dynamo, table: TableName, deletes: Row[]): Promise<void> {
  let RequestItems: Record<string, Row[]> = { [dynamo.name(table)]: deletes };
  for (let waits = 0; Object.keys(RequestItems).length > 0; waits += 1) {
    if (waits > mostWaits) throw Object.assign(new Error("items stay unprocessed"), { name: "ThrottlingException" });
    if (waits > 0) await delay(25 * 2 ** waits);
    const { UnprocessedItems = {} } = await dynamo.send(new BatchWriteCommand({ RequestItems: RequestItems as never }));
    RequestItems = UnprocessedItems as Record<string, Row[]>;
  }
}
