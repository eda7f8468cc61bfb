import {
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  ResourceNotFoundException,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";

/** Pools (`kind` "pool") and their clients (`kind` "client#<pool id>"), listed by a query of one kind. */
export const poolsTable = "local-cognito-pools";
/** Users by `id` "<pool id>#<user name>": every call is a key look-up. */
export const usersTable = "local-cognito-users";

const keys = { [poolsTable]: ["kind", "id"], [usersTable]: ["id"] };

export async function createMissingTables(client: DynamoDBClient): Promise<void> {
  for (const [name, attributes] of Object.entries(keys)) await createIfMissing(client, name, attributes);
}

async function createIfMissing(client: DynamoDBClient, TableName: string, attributes: string[]): Promise<void> {
  try {
    await client.send(new DescribeTableCommand({ TableName }));
    return;
  } catch (error) {
    if (!(error instanceof ResourceNotFoundException)) throw error;
  }
  try {
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
        KeySchema: attributes.map((AttributeName, index) => ({
          AttributeName,
          KeyType: index === 0 ? "HASH" : "RANGE",
        })),
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1, maxDelay: 2 }, { TableName });
}
