import type { Dynamo, TransactItem } from "./dynamo.ts";

/** The account in use under this epoch: whoever acts for it may have lost it since that was read (I7). */
export const liveAccount = (
  dynamo: Dynamo,
  { userId, epoch }: { readonly userId: string; readonly epoch: number },
): TransactItem => ({
  ConditionCheck: {
    TableName: dynamo.name("accounts"),
    Key: { userId },
    ConditionExpression: "#status = :active AND epoch = :epoch",
    ExpressionAttributeNames: { "#status": "status" },
    ExpressionAttributeValues: { ":active": "ACTIVE", ":epoch": epoch },
  },
});
