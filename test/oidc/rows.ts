import { DynamoDBClient, QueryCommand, type QueryCommandOutput } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { AuditEvent } from "../../functions/contract/audit-events.ts";
import type { TableName } from "../../functions/contract/tables.ts";
import type { Service } from "../service/service.ts";

/** All rows of one partition. */
export async function rowsOf(service: Service, table: TableName, key: string, value: string) {
  const client = new DynamoDBClient({});
  const { Items = [] }: QueryCommandOutput = await client.send(
    new QueryCommand({
      TableName: `${service.prefix}${table}`,
      KeyConditionExpression: "#key = :value",
      ExpressionAttributeNames: { "#key": key },
      ExpressionAttributeValues: { ":value": { S: value } },
      ConsistentRead: true,
    }),
  );
  client.destroy();
  return Items.map((item) => unmarshall(item));
}

/** A person's audit records of one kind. */
export const auditOf = async (service: Service, userId: string, event: AuditEvent) =>
  (await rowsOf(service, "audit", "subject", userId)).filter((row) => row.event === event);
