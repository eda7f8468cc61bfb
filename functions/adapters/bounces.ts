import { DeleteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Clock } from "../ports/clock.ts";
import type { Keys } from "../ports/keys.ts";
import type { Bounces } from "../ports/messages.ts";
import type { Dynamo, Row, TransactItem } from "./dynamo.ts";

/** An address as a keyed hash. Mail hosts take any letter case for one mailbox. */
export const addressKeyOf = (keys: Keys, email: string): Promise<string> => keys.mac("address", email.toLowerCase());

/** The mark of an address: beside the messages, without a time to live, so that it stands until the address is proved anew. */
const markOf = (dynamo: Dynamo, addressKey: string): { TableName: string; Key: Row } => ({
  TableName: dynamo.name("messages"),
  Key: { messageId: `bounced#${addressKey}` },
});

/** For the transaction that writes a message: refused where the address bounced. */
export const unlessBounced = async (dynamo: Dynamo, keys: Keys, email: string): Promise<TransactItem> => ({
  ConditionCheck: {
    ...markOf(dynamo, await addressKeyOf(keys, email)),
    ConditionExpression: "attribute_not_exists(messageId)",
  },
});

/** For the transaction in which an address is proved: whatever bounced before, it reaches somebody now. */
export const provedAnew = async (dynamo: Dynamo, keys: Keys, email: string): Promise<TransactItem> => ({
  Delete: markOf(dynamo, await addressKeyOf(keys, email)),
});

/** Marks an address, by the key that stands on the message. Twice does no harm. */
export async function markBounced(dynamo: Dynamo, clock: Clock, addressKey: string): Promise<void> {
  await dynamo.send(
    new UpdateCommand({
      ...markOf(dynamo, addressKey),
      UpdateExpression: "SET bouncedAt = if_not_exists(bouncedAt, :now)",
      ExpressionAttributeValues: { ":now": clock.now() },
    }),
  );
}

export function dynamoBounces({ dynamo, keys }: { dynamo: Dynamo; keys: Keys }): Bounces {
  return {
    async has(email) {
      const { Key } = markOf(dynamo, await addressKeyOf(keys, email));
      const [row] = await dynamo.batchGet([{ table: "messages", key: Key }]);
      return row !== undefined;
    },
    async forget(email) {
      await dynamo.send(new DeleteCommand(markOf(dynamo, await addressKeyOf(keys, email))));
    },
  };
}
