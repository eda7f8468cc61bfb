import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Policy } from "../contract/policy.ts";
import { changesOnceADay } from "../contract/schemas/reset-password.ts";
import { setCookie } from "../http/cookies.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Keys } from "../ports/keys.ts";
import type { ResetGrant, ResetGrantMaker, ResetGrants } from "../ports/reset-grants.ts";
import { profileOf } from "./account-row.ts";
import { cleanAt, type Dynamo, isRefused, type Row, type TransactItem } from "./dynamo.ts";
import { intentRow } from "./intents.ts";
import { endHold, raiseEpoch, resetShardOf } from "./reset-rows.ts";

interface Parts {
  readonly dynamo: Dynamo;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly policy: Policy;
}

/** What the cookie holds, sealed: both keys of the one read, so that it can be done at once. */
interface Sealed {
  readonly grantId: string;
  readonly userId: string;
}

/** R1: a fresh grant in `flows`, bound to a browser by nothing but its cookie, which ends with the browser. */
export function resetGrantMaker({ dynamo, keys, clock, ids, policy }: Parts): ResetGrantMaker {
  return {
    async open(userId, way) {
      const [grantId, now] = [ids.id(), clock.now()];
      const expiresAt = now + policy.reset.grant * 1_000;
      const put = new PutCommand({
        TableName: dynamo.name("flows"),
        Item: {
          flowId: grantId,
          kind: "reset",
          userId,
          way,
          status: "OPEN",
          expiresAt,
          createdAt: now,
          cleanAt: cleanAt(now + 30 * 86_400_000),
        },
        ConditionExpression: "attribute_not_exists(flowId)",
      });
      await dynamo.send(put).catch((error: unknown) => {
        // The id is 128 fresh random bits: a row that has it is ours, written by a try whose answer was lost.
        if (!isRefused(error)) throw error;
      });
      return setCookie("reset", await keys.seal("reset-grant", { grantId, userId } satisfies Sealed));
    },
  };
}

/** The reset saga on flows, accounts, audit and messages (R2–R4, T17, T19, T45). */
export function dynamoResetGrants(parts: Parts): ResetGrants {
  const { dynamo, keys, clock, policy } = parts;

  return {
    async find(cookie) {
      const sealed =
        cookie === undefined ? undefined : ((await keys.unseal("reset-grant", cookie)) as Sealed | undefined);
      if (sealed === undefined) return undefined;
      const [flow, account] = await dynamo.batchGet([
        { table: "flows", key: { flowId: sealed.grantId } },
        { table: "accounts", key: { userId: sealed.userId } },
      ]);
      if (flow?.kind !== "reset" || flow.userId !== sealed.userId || account === undefined) return undefined;
      if (flow.status === "ABANDONED" || Number(flow.expiresAt) < clock.now()) return undefined;
      return grantOf(keys, flow, account);
    },

    async begin(grant, notice) {
      const now = clock.now();
      const at = new Date(now).toISOString();
      if (grant.status === "OPEN") {
        const { userId, grantId, way } = grant;
        const entry = { subject: userId, entry: `${at}#${grantId}`, event: "password.reset", way };
        const refused = await dynamo.transact([
          use(grant, "OPEN", now),
          hold(grant, now),
          {
            Put: {
              TableName: dynamo.name("audit"),
              Item: entry,
              ConditionExpression: "attribute_not_exists(subject)",
            },
          },
          { Put: await intentRow(dynamo, keys, notice, now, policy) },
        ]);
        if (refused.size === 0) return "first";
        if (refused.get(0)?.status !== "USING") return "refused";
      }
      // Another run has written what is written once; this one takes away again whatever came since.
      const refused = await dynamo.transact([use(grant, "USING", now), hold(grant, now)]);
      return refused.size === 0 ? "again" : "refused";
    },

    async finish(grant) {
      const now = clock.now();
      const done = finishRow(grant, now);
      const locked = changesOnceADay(grant.way) ? { lockedUntil: now + policy.reset.between * 1_000 } : {};
      const account = { ...locked, passwordChangedAt: now, wrong: 0, devices: {} };
      return (await endHold(dynamo, grant, done, account)).size === 0;
    },
  };

  /** R2's half of the grant: in use until the hold ends, when a sweep looks after it. */
  function use({ grantId }: ResetGrant, status: "OPEN" | "USING", now: number): TransactItem {
    return {
      Update: {
        TableName: dynamo.name("flows"),
        Key: { flowId: grantId },
        UpdateExpression: "SET #status = :using, dueShard = :shard, dueAt = :due",
        ConditionExpression: "#status = :status AND expiresAt >= :now",
        ExpressionAttributeNames: { "#status": "status" },
        ExpressionAttributeValues: {
          ":using": "USING",
          ":status": status,
          ":now": now,
          ":shard": resetShardOf(grantId),
          ":due": now + policy.reset.grant * 1_000,
        },
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      },
    };
  }

  /** R2's half of the account: every session dies, nobody signs in. A newer reset takes the hold over. */
  function hold({ grantId, userId, way }: ResetGrant, now: number): TransactItem {
    const mayChange = changesOnceADay(way) ? " AND (attribute_not_exists(lockedUntil) OR lockedUntil <= :now)" : "";
    return raiseEpoch(dynamo, userId, {
      set: { holdUntil: now + policy.reset.grant * 1_000, heldBy: grantId },
      condition: `#status = :active${mayChange}`,
      names: { "#status": "status" },
      values: { ":active": "ACTIVE", ...(mayChange === "" ? {} : { ":now": now }) },
    });
  }

  /**
   * R4's half of the grant. Neither ABANDONED nor DONE is an end for it: this run, thought dead or overtaken, has set the password
   * after all, and what began before that ends now.
   */
  function finishRow({ grantId }: ResetGrant, now: number): TransactItem {
    return {
      Update: {
        TableName: dynamo.name("flows"),
        Key: { flowId: grantId },
        UpdateExpression: "SET #status = :done, expiresAt = :shown REMOVE dueShard, dueAt",
        ConditionExpression: "kind = :reset AND #status <> :open",
        ExpressionAttributeNames: { "#status": "status" },
        ExpressionAttributeValues: {
          ":done": "DONE",
          ":reset": "reset",
          ":open": "OPEN",
          ":shown": now + policy.reset.grant * 1_000,
        },
      },
    };
  }
}

async function grantOf(keys: Keys, flow: Row, account: Row): Promise<ResetGrant> {
  const { accountName, name, status, email, mobile } = await profileOf(keys, account);
  const { flowId, userId, way, status: stands, expiresAt } = flow as never as ResetGrant & { flowId: string };
  return {
    grantId: flowId,
    userId,
    way,
    status: stands,
    expiresAt,
    account: {
      accountName,
      name,
      status,
      lockedUntil: Number(account.lockedUntil ?? 0),
      ...(email === undefined ? {} : { email: email.value }),
      ...(mobile === undefined ? {} : { mobile: mobile.value }),
    },
  };
}
