import { DeleteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Clock } from "../ports/clock.ts";
import type { Flow, Registrations } from "../ports/registrations.ts";
import { freeClaim, nameClaim, personClaim } from "./claims.ts";
import { dueIds } from "./due-rows.ts";
import { type Dynamo, unlessRefused } from "./dynamo.ts";
import { flowOf, ignoreRefusal } from "./flow-row.ts";

/** The saga's way back: what was given up or ran out of time is fenced first, then what it held is freed (S11). */
export function registrationSweep(parts: {
  dynamo: Dynamo;
  clock: Clock;
}): Pick<Registrations, "abandon" | "overdue" | "fence" | "free"> {
  const { dynamo, clock } = parts;
  const flows = dynamo.name("flows");

  return {
    async abandon(flow) {
      const marked = new UpdateCommand({
        TableName: flows,
        Key: { flowId: flow.flowId },
        // It stays due until its claims are free: a run that breaks off here is taken up by the sweep.
        UpdateExpression: "SET #status = :abandoned",
        ConditionExpression: "#status IN (:pending, :verified)",
        ExpressionAttributeNames: { "#status": "status" },
        ExpressionAttributeValues: { ":abandoned": "ABANDONED", ":pending": "PENDING", ":verified": "VERIFIED" },
        // The row names what it holds; a stale tab's cookie may name what it held before.
        ReturnValues: "ALL_OLD",
      });
      const held = await oldRow(marked);
      if (held === undefined) return;
      await freeBoth(held);
      await close(flow.flowId);
    },

    overdue: (shard) => dueIds(dynamo, "flows", { dueShard: `due#${shard}`, before: clock.now() }),

    async fence(flowId) {
      const now = clock.now();
      const fenced = new UpdateCommand({
        TableName: flows,
        Key: { flowId },
        UpdateExpression: "SET #status = :abandoned, dueAt = :again",
        ConditionExpression: "dueAt < :now AND #status <> :done AND heldUntil < :now",
        ExpressionAttributeNames: { "#status": "status" },
        ExpressionAttributeValues: { ":abandoned": "ABANDONED", ":done": "DONE", ":now": now, ":again": now + 60_000 },
        // What it was before tells what has to be undone.
        ReturnValues: "ALL_OLD",
      });
      return oldRow(fenced);
    },

    async free(flow) {
      await freeBoth(flow);
      // S6 of a handler thought dead may still arrive and make a user: the next run looks once more, then it is over.
      if (flow.status !== "CREATING") await close(flow.flowId);
    },
  };

  /** The flow as it was before the write, or undefined when the condition refused. */
  async function oldRow(write: UpdateCommand): Promise<Flow | undefined> {
    const before = (await unlessRefused(dynamo.send(write)))?.Attributes;
    return before && flowOf(before);
  }

  async function close(flowId: string) {
    await dynamo.send(
      new UpdateCommand({ TableName: flows, Key: { flowId }, UpdateExpression: "REMOVE dueShard, dueAt" }),
    );
  }

  async function freeBoth(flow: Pick<Flow, "flowId" | "accountName" | "personKey">) {
    const claims = [nameClaim(flow.accountName), personClaim(flow.personKey)];
    await Promise.all(
      claims.map((claim) => ignoreRefusal(dynamo.send(new DeleteCommand(freeClaim(dynamo, claim, flow.flowId))))),
    );
  }
}
