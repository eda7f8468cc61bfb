import { DeleteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Clock } from "../ports/clock.ts";
import type { PublicRegistrationSweep } from "../ports/public-registrations.ts";
import { freeClaim } from "./claims.ts";
import { dueIds } from "./due-rows.ts";
import { type Dynamo, unlessRefused } from "./dynamo.ts";
import { overdueOf, publicShard } from "./public-flow-row.ts";
import { isWritten } from "./writes.ts";

/** Registrations of 其他 that nobody activated, that were refused, or that broke off while the account was made (M20, T45). */
export function dynamoPublicRegistrationSweep({
  dynamo,
  clock,
}: {
  dynamo: Dynamo;
  clock: Clock;
}): PublicRegistrationSweep {
  const flows = dynamo.name("flows");
  return {
    overdue: (shard) => dueIds(dynamo, "flows", { dueShard: publicShard(`due#${shard}`), before: clock.now() }),

    async fence(flowId) {
      const now = clock.now();
      const write = new UpdateCommand({
        TableName: flows,
        Key: { flowId },
        UpdateExpression: "SET #status = :abandoned, dueAt = :again REMOVE person",
        ConditionExpression: "dueAt < :now AND #status <> :done",
        ExpressionAttributeNames: { "#status": "status" },
        ExpressionAttributeValues: {
          ":abandoned": "ABANDONED",
          ":done": "DONE",
          ":now": now,
          ":again": now + 60_000,
        },
        // What it was before tells what has to be undone.
        ReturnValues: "ALL_OLD",
      });
      const row = (await unlessRefused(dynamo.send(write)))?.Attributes;
      return row && overdueOf(row);
    },

    async free({ flowId, claim, status }) {
      await isWritten(dynamo, new DeleteCommand(freeClaim(dynamo, claim, flowId)));
      // A call to the vault of a handler thought dead may still arrive and make a user: the next run looks once more, then it is over.
      if (status === "CREATING") return;
      await dynamo.send(
        new UpdateCommand({
          TableName: flows,
          Key: { flowId },
          UpdateExpression: "REMOVE dueShard, dueAt, picture",
        }),
      );
    },
  };
}
