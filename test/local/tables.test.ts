import {
  CreateTableCommand,
  DescribeTableCommand,
  DynamoDBClient,
  PutItemCommand,
  QueryCommand,
} from "@aws-sdk/client-dynamodb";
import { afterAll, expect, it } from "vitest";
import { type Table, tables } from "../../functions/contract/tables.ts";
import { ensureTables } from "../../lib/local/tables.ts";
import { startParts } from "../service/service.ts";

await startParts();
const client = new DynamoDBClient({});
afterAll(() => client.destroy());

async function indexesOf(TableName: string): Promise<string[]> {
  const { Table: described } = await client.send(new DescribeTableCommand({ TableName }));
  return (described?.GlobalSecondaryIndexes ?? []).map(({ IndexName }) => IndexName ?? "").toSorted();
}

it("makes every table of the contract with the indexes it asks for, and nothing more the second time", async () => {
  await ensureTables("fresh-");
  await ensureTables("fresh-");
  for (const [name, table] of Object.entries(tables) as [string, Table][]) {
    const wanted = [
      ...(table.byApplication ? ["byApplication"] : []),
      ...(table.byClass ? ["byClass"] : []),
      ...(table.due ? ["due"] : []),
    ];
    expect([name, await indexesOf(`fresh-${name}`)]).toEqual([name, wanted]);
  }
});

it("a table from before an index was thought of gets it, with the rows that are there", async () => {
  const TableName = "grown-roster";
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [
        { AttributeName: "personKey", KeyType: "HASH" },
        { AttributeName: "place", KeyType: "RANGE" },
      ],
      AttributeDefinitions: ["personKey", "place"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
    }),
  );
  const row = { personKey: { S: "somebody" }, place: { S: "383601#國小#student" }, classKey: { S: "a class" } };
  await client.send(new PutItemCommand({ TableName, Item: row }));
  await ensureTables("grown-");
  const { Items } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: "byClass",
      KeyConditionExpression: "classKey = :class",
      ExpressionAttributeValues: { ":class": { S: "a class" } },
    }),
  );
  expect(Items).toEqual([row]);
});
