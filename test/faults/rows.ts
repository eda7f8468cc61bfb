import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll } from "vitest";
import type { TableName } from "../../functions/contract/tables.ts";
import { usersTable } from "../../lib/local/cognito/tables.ts";

export type Row = Record<string, unknown>;

/** A user of the embedded Cognito as it is kept. */
export interface PoolUser {
  readonly id: string;
  readonly username: string;
  readonly enabled: boolean;
  readonly status: string;
}

/** The rows behind a service, read and changed directly: past the proxy and past every rule of the service. */
export function rowsBehind(endpoint: string, prefix: string) {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = new DynamoDBClient({ endpoint, region: "us-east-1", credentials });
  afterAll(() => client.destroy());
  const documents = DynamoDBDocumentClient.from(client);

  async function scan(TableName: string): Promise<Row[]> {
    const rows: Row[] = [];
    let ExclusiveStartKey: Row | undefined;
    do {
      const page = await documents.send(
        new ScanCommand({ TableName, ConsistentRead: true, ...(ExclusiveStartKey && { ExclusiveStartKey }) }),
      );
      rows.push(...(page.Items ?? []));
      ExclusiveStartKey = page.LastEvaluatedKey;
    } while (ExclusiveStartKey !== undefined);
    return rows;
  }

  return {
    all: (table: TableName) => scan(`${prefix}${table}`),
    put: (table: TableName, Item: Row) => documents.send(new PutCommand({ TableName: `${prefix}${table}`, Item })),
    async users(poolId: string): Promise<PoolUser[]> {
      const users = (await scan(usersTable)) as unknown as PoolUser[];
      return users.filter(({ id }) => id.startsWith(`${poolId}#`));
    },
  };
}

export type Rows = ReturnType<typeof rowsBehind>;
