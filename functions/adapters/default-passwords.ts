import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Policy } from "../contract/policy.ts";
import type { Clock } from "../ports/clock.ts";
import type { DefaultPasswords, LiveDefaultPassword } from "../ports/default-passwords.ts";
import type { Ids } from "../ports/ids.ts";
import type { Argon2Cost } from "./argon2-line.ts";
import { typedDefaultPassword } from "./default-password-text.ts";
import { cleanAt, type Dynamo, type Row, refusedRow } from "./dynamo.ts";
import { ignoreRefusal } from "./flow-row.ts";
import { hasHash, nobodysHash } from "./slow-hash.ts";
import { type Counter, countIn, countInWindows, windowKey } from "./windows.ts";

/** In an account's row: `defaultPassword` is `{hash, until, epoch}`, `until` in epoch milliseconds; `defaultTries` counts since it was issued. */
export function dynamoDefaultPasswords(parts: {
  dynamo: Dynamo;
  clock: Clock;
  ids: Ids;
  policy: Policy;
  slowCost?: Argon2Cost | undefined;
}): DefaultPasswords {
  const { dynamo, clock, ids, policy, slowCost } = parts;
  const TableName = dynamo.name("accounts");
  const failed: Counter = { name: "f", seconds: policy.signIn.addressFailures.seconds };
  const limitOf = (client: string) => `default-password-client#${client}`;

  return {
    async failures(client) {
      const now = clock.now();
      const [row] = await dynamo.batchGet([{ table: "limits", key: windowKey(limitOf(client), [failed], now) }]);
      return countIn(row, failed, now);
    },

    async reserveTry(rowId, decoy) {
      const now = clock.now();
      try {
        const { Attributes = {} } = await dynamo.send(
          new UpdateCommand({
            TableName,
            Key: { userId: rowId },
            UpdateExpression: `${decoy ? "SET cleanAt = :clean " : ""}ADD defaultTries :one`,
            ConditionExpression: "attribute_not_exists(defaultTries) OR defaultTries < :most",
            ExpressionAttributeValues: {
              ":one": 1,
              ":most": policy.defaultPassword.tries,
              ...(decoy ? { ":clean": cleanAt(now + 86_400_000) } : {}),
            },
            ReturnValues: "ALL_NEW",
          }),
        );
        return liveIn(Attributes, now);
      } catch (error) {
        if (refusedRow(error) === undefined) throw error;
        return undefined;
      }
    },

    async matches(live, given) {
      const same = await hasHash(live?.hash ?? nobodysHash(slowCost), typedDefaultPassword(given));
      return same && live !== undefined;
    },

    spend(userId, live) {
      // Whose it is: the SDK's second try after a lost answer meets its own row (T45).
      const spentBy = ids.id();
      return ignoreRefusal(
        dynamo.send(
          new UpdateCommand({
            TableName,
            Key: { userId },
            UpdateExpression: "SET defaultSpentBy = :us REMOVE defaultPassword",
            ConditionExpression:
              "defaultSpentBy = :us OR (" +
              "defaultPassword.#hash = :hash AND defaultPassword.#until >= :now AND epoch = :epoch AND #status = :active AND " +
              "(attribute_not_exists(frozen) OR frozen = :no) AND (attribute_not_exists(lockedUntil) OR lockedUntil <= :now))",
            ExpressionAttributeNames: { "#hash": "hash", "#until": "until", "#status": "status" },
            ExpressionAttributeValues: {
              ":us": spentBy,
              ":hash": live.hash,
              ":epoch": live.epoch,
              ":now": clock.now(),
              ":active": "ACTIVE",
              ":no": false,
            },
          }),
        ),
      );
    },

    async fail(client) {
      const update = countInWindows(dynamo, { limit: limitOf(client), counters: [failed], now: clock.now() });
      await dynamo.send(new UpdateCommand(update));
    },
  };
}

function liveIn(row: Row, now: number): LiveDefaultPassword | undefined {
  const issued = row.defaultPassword as { hash: string; until: number; epoch: number } | undefined;
  if (issued === undefined || issued.until < now || issued.epoch !== row.epoch) return undefined;
  if (row.status !== "ACTIVE" || row.frozen === true || Number(row.lockedUntil ?? 0) > now) return undefined;
  return { hash: issued.hash, epoch: issued.epoch };
}
