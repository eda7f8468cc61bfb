import { DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { type TableName, tables } from "../../functions/contract/tables.ts";

/** One an endpoint: a new one each time would open a connection for each table again. */
const clients = new Map<string, DynamoDBClient>();

function clientNow(): DynamoDBClient {
  const endpoint = process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "";
  const client = clients.get(endpoint) ?? new DynamoDBClient({});
  clients.set(endpoint, client);
  return client;
}

/** Every row of every table as text: to prove that nothing was written, or that nothing personal lies there in clear. */
export async function allRows(prefix: string): Promise<string[]> {
  const client = clientNow();
  const pages = await Promise.all(
    (Object.keys(tables) as TableName[]).map(async (name) => {
      const { Items = [] } = await client.send(
        new ScanCommand({ TableName: `${prefix}${name}`, ConsistentRead: true }),
      );
      return Items.map((item) => `${name} ${JSON.stringify(item, inOrder)}`);
    }),
  );
  return pages.flat().toSorted();
}

/** A map has no order, and is given in another one each time. */
const inOrder = (_key: string, value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted())
    : value;
