import { DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { type TableName, tables } from "../../functions/contract/tables.ts";

/** Every row of every table as text: to prove that nothing was written, or that nothing personal lies there in clear. */
export async function allRows(prefix: string): Promise<string[]> {
  const client = new DynamoDBClient({});
  const pages = await Promise.all(
    (Object.keys(tables) as TableName[]).map(async (name) => {
      const { Items = [] } = await client.send(
        new ScanCommand({ TableName: `${prefix}${name}`, ConsistentRead: true }),
      );
      return Items.map((item) => `${name} ${JSON.stringify(item, inOrder)}`);
    }),
  );
  client.destroy();
  return pages.flat().toSorted();
}

/** A map has no order, and is given in another one each time. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted())
    : value;
