import type { Clock } from "../ports/clock.ts";
import type { ResetSweep } from "../ports/reset-grants.ts";
import { dueIds } from "./due-rows.ts";
import type { Dynamo } from "./dynamo.ts";
import { endHold, resetShard } from "./reset-rows.ts";

/**
 * Resets and activations that broke off between R2 and R4: whichever password the vault has by now, no session of before lives (T17),
 * and an account that was disabled stays so.
 */
export function dynamoResetSweep({ dynamo, clock }: { dynamo: Dynamo; clock: Clock }): ResetSweep {
  const TableName = dynamo.name("flows");
  return {
    overdue: (shard) => dueIds(dynamo, "flows", { dueShard: resetShard(`due#${shard}`), before: clock.now() }),

    async abandon(grantId) {
      const [grant] = await dynamo.batchGet([{ table: "flows", key: { flowId: grantId } }]);
      if (grant?.kind !== "reset" || grant.status !== "USING") return false;
      const refused = await endHold(
        dynamo,
        { grantId, userId: String(grant.userId) },
        {
          Update: {
            TableName,
            Key: { flowId: grantId },
            UpdateExpression: "SET #status = :abandoned REMOVE dueShard, dueAt",
            // Pressed again meanwhile: then it is in use until later.
            ConditionExpression: "#status = :using AND dueAt < :now",
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: { ":abandoned": "ABANDONED", ":using": "USING", ":now": clock.now() },
          },
        },
      );
      return refused.size === 0;
    },
  };
}
