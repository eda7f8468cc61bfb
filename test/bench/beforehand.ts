import { AdminDisableUserCommand, CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { DeleteCommand, DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";

/** 停用 as a manager does, profile first and then the vault; past the recorder. */
export async function disable(prefix: string, userPoolId: string, accountName: string): Promise<void> {
  const [database, vault] = [new DynamoDBClient({}), new CognitoIdentityProviderClient({})];
  const client = DynamoDBDocumentClient.from(database);
  const { Item } = await client.send(
    new GetCommand({ TableName: `${prefix}claims`, Key: { claim: `name#${accountName}` }, ConsistentRead: true }),
  );
  const userId = String(Item?.userId);
  await client.send(
    new UpdateCommand({
      TableName: `${prefix}accounts`,
      Key: { userId },
      UpdateExpression: "SET #status = :disabled, disabledFor = :manager, disabledAt = :now",
      ConditionExpression: "attribute_exists(accountName)",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: {
        ":disabled": "DISABLED",
        ":manager": "manager",
        ":now": new Date().toISOString(),
      },
    }),
  );
  await vault.send(new AdminDisableUserCommand({ UserPoolId: userPoolId, Username: userId }));
  database.destroy();
  vault.destroy();
}

/** As if the accounts had been made the day before: nothing has been sent to their addresses lately. */
export async function forgetLimits(prefix: string): Promise<void> {
  const database = new DynamoDBClient({});
  const client = DynamoDBDocumentClient.from(database);
  const TableName = `${prefix}limits`;
  for await (const { Items = [] } of paginateScan({ client: database }, { TableName }))
    for (const { limit } of Items) await client.send(new DeleteCommand({ TableName, Key: { limit: limit?.S } }));
  database.destroy();
}
