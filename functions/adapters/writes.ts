import { BatchWriteCommand, type DeleteCommand, type PutCommand, type UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { type Dynamo, isRefused } from "./dynamo.ts";

type Batch = NonNullable<BatchWriteCommand["input"]["RequestItems"]>;

/** Several rows in one call, without conditions. What DynamoDB leaves undone is "busy": thrown as throttling (T47). */
export async function writeBatch(dynamo: Dynamo, RequestItems: Batch): Promise<void> {
  const { UnprocessedItems = {} } = await dynamo.send(new BatchWriteCommand({ RequestItems }));
  if (Object.keys(UnprocessedItems).length > 0)
    throw Object.assign(new Error("unprocessed items"), { name: "ThrottlingException" });
}

/** One conditional write: false when its condition refused it. */
export async function isWritten(dynamo: Dynamo, command: PutCommand | UpdateCommand | DeleteCommand): Promise<boolean> {
  try {
    await dynamo.send(command as UpdateCommand);
    return true;
  } catch (error) {
    if (isRefused(error)) return false;
    throw error;
  }
}
