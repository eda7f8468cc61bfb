import {
  CreateTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { type Table, tables } from "../../functions/contract/tables.ts";

/** Creates the tables of the contract that are not there yet, on whatever DynamoDB the SDK's own variables name. */
export async function ensureTables(prefix: string): Promise<void> {
  const client = new DynamoDBClient({});
  const present = await namesOf(client);
  for (const [name, table] of Object.entries(tables) as [string, Table][]) {
    const TableName = `${prefix}${name}`;
    if (present.has(TableName)) continue;
    await client.send(new CreateTableCommand({ TableName, ...shapeOf(table) }));
    await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 0.2, maxDelay: 1 }, { TableName });
    if (table.ttl === undefined) continue;
    const TimeToLiveSpecification = { Enabled: true, AttributeName: table.ttl };
    await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
  }
  client.destroy();
}

async function namesOf(client: DynamoDBClient): Promise<Set<string>> {
  const names = new Set<string>();
  let last: string | undefined;
  do {
    const page = await client.send(new ListTablesCommand(last === undefined ? {} : { ExclusiveStartTableName: last }));
    for (const name of page.TableNames ?? []) names.add(name);
    last = page.LastEvaluatedTableName;
  } while (last !== undefined);
  return names;
}

function shapeOf(table: Table) {
  const key = (AttributeName: string, KeyType: "HASH" | "RANGE") => ({ AttributeName, KeyType });
  const text = (AttributeName: string) => ({ AttributeName, AttributeType: "S" as const });
  const sort = table.sortKey === undefined ? [] : [table.sortKey];
  return {
    BillingMode: "PAY_PER_REQUEST" as const,
    KeySchema: [key(table.partitionKey, "HASH"), ...sort.map((name) => key(name, "RANGE"))],
    AttributeDefinitions: [
      ...[table.partitionKey, ...sort].map(text),
      ...(table.due ? [text("dueShard"), { AttributeName: "dueAt", AttributeType: "N" as const }] : []),
    ],
    ...(table.due
      ? {
          GlobalSecondaryIndexes: [
            {
              IndexName: "due",
              KeySchema: [key("dueShard", "HASH"), key("dueAt", "RANGE")],
              Projection: { ProjectionType: "KEYS_ONLY" as const },
            },
          ],
        }
      : {}),
  };
}
