import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Channel } from "../contract/messages.ts";
import type { Policy } from "../contract/policy.ts";
import type { Clock } from "../ports/clock.ts";
import type { Keys } from "../ports/keys.ts";
import type { ChannelState, Intent, Intents, Message } from "../ports/messages.ts";
import { addressKeyOf } from "./bounces.ts";
import { dueIds } from "./due-rows.ts";
import { cleanAt, type Dynamo, dueShardOf, type TransactItem, unlessRefused } from "./dynamo.ts";

/**
 * The row of an intent, to be put in the transaction of the change it tells of. The writer has the first lease to send it (S3), or
 * nobody: what is `due-at-once` is the job's from the start.
 */
export async function intentRow(
  dynamo: Dynamo,
  keys: Keys,
  intent: Intent,
  now: number,
  policy: Policy,
  sender: "writer" | "due-at-once" = "writer",
) {
  const { email } = intent.message;
  // A second ago: the clock of whoever takes it may be a little behind.
  const dueAt = sender === "writer" ? now + policy.message.sendingLease * 1_000 : now - 1_000;
  return {
    TableName: dynamo.name("messages"),
    Item: {
      messageId: intent.messageId,
      message: await keys.seal("message", intent.message),
      states: intent.states,
      attempts: intent.attempts,
      // Outlives the sealed message: SES may tell days later that the address bounced.
      ...(email === undefined ? {} : { addressKey: await addressKeyOf(keys, email) }),
      dueShard: dueShardOf(intent.messageId),
      dueAt,
      cleanAt: cleanAt(now + policy.message.keep * 1_000),
    },
    ConditionExpression: "attribute_not_exists(messageId)",
  };
}

/** Several of them, as items of one transaction. */
export function intentItems(
  { dynamo, keys, policy }: { dynamo: Dynamo; keys: Keys; policy: Policy },
  intents: readonly Intent[],
  now: number,
  sender?: "writer" | "due-at-once",
): Promise<TransactItem[]> {
  return Promise.all(
    intents.map(async (intent) => ({ Put: await intentRow(dynamo, keys, intent, now, policy, sender) })),
  );
}

/** Message intents on DynamoDB: a sparse index holds only what still waits. */
export function dynamoIntents(parts: { dynamo: Dynamo; keys: Keys; clock: Clock; policy: Policy }): Intents {
  const { dynamo, keys, clock, policy } = parts;
  const TableName = dynamo.name("messages");
  return {
    async settle(intent, states) {
      const waiting = Object.values(states).includes("waiting") && intent.attempts < policy.message.attempts;
      const backoff = policy.message.sendingLease * 2 ** intent.attempts * 1_000;
      await dynamo.send(
        new UpdateCommand({
          TableName,
          Key: { messageId: intent.messageId },
          UpdateExpression: waiting
            ? "SET states = :states, dueAt = :due"
            : `SET states = :states REMOVE dueShard, dueAt, message${states.email === "accepted" ? "" : ", addressKey"}`,
          ExpressionAttributeValues: {
            ":states": waiting ? states : given(states),
            ...(waiting ? { ":due": clock.now() + backoff } : {}),
          },
        }),
      );
    },

    due: (shard) => dueIds(dynamo, "messages", { dueShard: `due#${shard}`, before: clock.now() }),

    async take(messageId) {
      const now = clock.now();
      const write = new UpdateCommand({
        TableName,
        Key: { messageId },
        UpdateExpression: "SET dueAt = :lease ADD attempts :one",
        // The cap holds even when booking an outcome keeps failing.
        ConditionExpression: "dueAt < :now AND attempts < :most",
        ExpressionAttributeValues: {
          ":lease": now + policy.message.sendingLease * 1_000,
          ":now": now,
          ":one": 1,
          ":most": policy.message.attempts,
        },
        ReturnValues: "ALL_NEW",
      });
      const row = (await unlessRefused(dynamo.send(write)))?.Attributes;
      if (row === undefined) return undefined;
      const message = (await keys.unseal("message", String(row.message))) as Message | undefined;
      if (message === undefined) throw new Error("a message intent cannot be opened with this key ring");
      return {
        messageId,
        message,
        states: row.states as Intent["states"],
        attempts: Number(row.attempts),
      };
    },
  };
}

/** When no further attempt will be made, what still waits has failed. */
function given(states: Intent["states"]): Intent["states"] {
  const entries = Object.entries(states) as [Channel, ChannelState][];
  return Object.fromEntries(entries.map(([channel, state]) => [channel, state === "waiting" ? "failed" : state]));
}
