import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { Window } from "../contract/policy.ts";
import type { PublicRegistrations } from "../ports/public-registrations.ts";
import { accountClaim, holdClaim } from "./claims.ts";
import { type Row, refusedRow } from "./dynamo.ts";
import type { Parts } from "./parts.ts";
import { activationItems } from "./public-activation.ts";
import { newestKey, newPublicRow, publicFlowOf } from "./public-flow-row.ts";
import { countInWindows } from "./windows.ts";
import { isWritten } from "./writes.ts";

/** Registrations of 其他 on flows, claims, accounts, audit and messages (M20, T44, T45). */
export function dynamoPublicRegistrations(parts: Parts): PublicRegistrations {
  const { dynamo, keys, clock, ids, policy } = parts;
  const rules = policy.publicRegistration;
  const flows = dynamo.name("flows");

  return {
    admit: ({ client, fromSchool }) =>
      count(`public-client#${client}`, fromSchool ? rules.perSchoolClient : rules.perClient),

    async isTaken(account) {
      const [claim] = await dynamo.batchGet([{ table: "claims", key: { claim: await accountClaim(keys, account) } }]);
      return claim?.state === "OWNED";
    },

    async open({ flowId, userId, person }) {
      const row = await newPublicRow(parts, { flowId, userId, person, now: clock.now() });
      // A transaction of one: the SDK's second try after a lost answer does not meet its own row (T45).
      const refused = await dynamo.transact([
        { Put: { TableName: flows, Item: row, ConditionExpression: "attribute_not_exists(flowId)" } },
      ]);
      if (refused.size > 0) throw new Error("the random id of a registration was there already");
      return { flowId, userId, status: "PENDING", person, expiresAt: Number(row.expiresAt) };
    },

    find: async (flowId) => publicFlowOf(parts, await read({ flowId })),

    async newestOf(account) {
      const pointer = await read(newestKey(await accountClaim(keys, account)));
      // Read for nobody too: the calls of a stranger's request are the same (T04).
      const flowId = String(pointer?.newest ?? `decoy-${await keys.mac("decoy", account)}`);
      return publicFlowOf(parts, await read({ flowId }));
    },

    async mailTimes(subject) {
      const [row] = await dynamo.batchGet([{ table: "challenges", key: { subject } }]);
      return row && { sentAt: Number(row.sentAt), codeExpiresAt: Number(row.expiresAt) };
    },

    reserveCode: (addressKey) => count(`public-code#${addressKey}`, policy.code.wrongPerAccount),

    async reserveTry(flowId) {
      // Whose it is: the SDK's second try after a lost answer meets its own count (T45).
      const us = ids.id();
      try {
        await dynamo.send(
          new UpdateCommand({
            TableName: flows,
            Key: { flowId },
            UpdateExpression: "SET lastTry = :us ADD tries :one",
            ConditionExpression: "kind = :public AND #status <> :abandoned AND expiresAt > :now AND tries < :most",
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: {
              ":us": us,
              ":one": 1,
              ":public": "public",
              ":abandoned": "ABANDONED",
              ":now": clock.now(),
              ":most": rules.tries,
            },
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          }),
        );
        return true;
      } catch (error) {
        const row = refusedRow(error);
        if (row === undefined) throw error;
        return row.lastTry === us;
      }
    },

    async startCreating({ flowId, userId, person }) {
      const now = clock.now();
      const heldUntil = now + policy.registration.hold * 1_000;
      const refused = await dynamo.transact([
        {
          Update: {
            TableName: flows,
            Key: { flowId },
            UpdateExpression: "SET #status = :creating, dueAt = :until, tries = :none",
            ConditionExpression: "#status IN (:pending, :creating) AND expiresAt > :now",
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: {
              ":creating": "CREATING",
              ":pending": "PENDING",
              ":until": heldUntil,
              ":none": 0,
              ":now": now,
            },
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          },
        },
        holdClaim(dynamo, await accountClaim(keys, person.account), { flowId, userId }, now, heldUntil),
      ]);
      if (refused.size === 0) return "creating";
      if (refused.has(0)) return refused.get(0)?.status === "DONE" ? "done" : "ended";
      return "taken";
    },

    async finish({ picture: _before, ...flow }, welcome, proof) {
      // Read anew: a picture may have come since, and none comes while it is CREATING.
      const picture = (await read({ flowId: flow.flowId }))?.picture as string | undefined;
      const made = { ...flow, ...(picture === undefined ? {} : { picture }) };
      return (await dynamo.transact(await activationItems(parts, made, welcome, proof))).size === 0;
    },

    async abandon(flowId) {
      try {
        await dynamo.send(
          new UpdateCommand({
            TableName: flows,
            Key: { flowId },
            // A minute on: what a press on 啟用帳號 was doing meanwhile is over when the sweep comes.
            UpdateExpression: "SET #status = :abandoned, dueAt = :soon REMOVE person",
            ConditionExpression: "#status IN (:pending, :creating)",
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: {
              ":abandoned": "ABANDONED",
              ":pending": "PENDING",
              ":creating": "CREATING",
              ":soon": clock.now() + 60_000,
            },
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          }),
        );
        return true;
      } catch (error) {
        const row = refusedRow(error);
        if (row === undefined) throw error;
        return row.status !== "DONE";
      }
    },
  };

  /** One more in the window; false when it is full. */
  function count(limit: string, window: Window): Promise<boolean> {
    const counted = countInWindows(dynamo, { limit, counters: [{ name: "n", ...window }], now: clock.now() });
    return isWritten(dynamo, new UpdateCommand(counted));
  }

  async function read(key: Row): Promise<Row | undefined> {
    const [row] = await dynamo.batchGet([{ table: "flows", key }]);
    return row;
  }
}
