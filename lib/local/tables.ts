import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  type GlobalSecondaryIndex,
  ListTablesCommand,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import { type Table, tables } from "../../functions/contract/tables.ts";

const patience = { maxWaitTime: 30, minDelay: 0.2, maxDelay: 1 };

/**
 * Creates the tables of the contract that are not there yet, on whatever DynamoDB the SDK's own variables name. A table from
 * before an index was thought of gets the index.
 */
export async function ensureTables(prefix: string): Promise<void> {
  const client = new DynamoDBClient({});
  const present = await namesOf(client);
  for (const [name, table] of Object.entries(tables) as [string, Table][]) {
    const TableName = `${prefix}${name}`;
    if (present.has(TableName)) {
      await addIndexes(client, TableName, table);
      continue;
    }
    await client.send(new CreateTableCommand({ TableName, ...shapeOf(table) }));
    await waitUntilTableExists({ client, ...patience }, { TableName });
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

/** One at a time: DynamoDB makes no second index of a table while it makes one. */
async function addIndexes(client: DynamoDBClient, TableName: string, table: Table): Promise<void> {
  const wanted = indexesOf(table);
  if (wanted.length === 0) return;
  const { Table: described } = await client.send(new DescribeTableCommand({ TableName }));
  const known = new Set(described?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName));
  const { AttributeDefinitions } = shapeOf(table);
  for (const index of wanted.filter(({ IndexName }) => !known.has(IndexName))) {
    const GlobalSecondaryIndexUpdates = [{ Create: index }];
    await client.send(new UpdateTableCommand({ TableName, AttributeDefinitions, GlobalSecondaryIndexUpdates }));
    await waitUntilTableExists({ client, ...patience }, { TableName });
  }
}

function shapeOf(table: Table) {
  const text = (AttributeName: string): AttributeDefinition => ({ AttributeName, AttributeType: "S" });
  const sort = table.sortKey === undefined ? [] : [table.sortKey];
  const indexes = indexesOf(table);
  return {
    BillingMode: "PAY_PER_REQUEST" as const,
    KeySchema: [key(table.partitionKey, "HASH"), ...sort.map((name) => key(name, "RANGE"))],
    AttributeDefinitions: [
      ...[table.partitionKey, ...sort].map(text),
      ...(table.due ? [text("dueShard"), { AttributeName: "dueAt", AttributeType: "N" as const }] : []),
      ...(table.byClass ? [text("classKey")] : []),
      ...(table.byApplication ? [text("clientId")] : []),
    ],
    ...(indexes.length === 0 ? {} : { GlobalSecondaryIndexes: indexes }),
  };
}

function indexesOf(table: Table): (GlobalSecondaryIndex & { IndexName: string })[] {
  const Projection = { ProjectionType: "KEYS_ONLY" as const };
  return [
    ...(table.due
      ? [{ IndexName: "due", KeySchema: [key("dueShard", "HASH"), key("dueAt", "RANGE")], Projection }]
      : []),
    ...(table.byClass ? [{ IndexName: "byClass", KeySchema: [key("classKey", "HASH")], Projection }] : []),
    ...(table.byApplication
      ? [{ IndexName: "byApplication", KeySchema: [key("clientId", "HASH"), key("userId", "RANGE")], Projection }]
      : []),
  ];
}

function key(AttributeName: string, KeyType: "HASH" | "RANGE") {
  return { AttributeName, KeyType };
}
