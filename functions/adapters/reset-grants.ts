import { PutCommand } from "@aws-sdk/lib-dynamodb";
import type { AuditEvent } from "../contract/audit-events.ts";
import { type ChangeWay, changesOnceADay } from "../contract/reset-ways.ts";
import { setCookie } from "../http/cookies.ts";
import { toldContacts } from "../person/told-contacts.ts";
import type { Keys } from "../ports/keys.ts";
import type { EndingGrant, ResetGrant, ResetGrantMaker, ResetGrants } from "../ports/reset-grants.ts";
import { profileOf } from "./account-row.ts";
import { auditItem } from "./audit-item.ts";
import { cleanAt, type Row, type TransactItem } from "./dynamo.ts";
import { ignoreRefusal } from "./flow-row.ts";
import { intentItems, intentRow } from "./intents.ts";
import { logoutItem } from "./logouts.ts";
import type { Parts } from "./parts.ts";
import { endDisabled, endHold, isGivenUp, mayChange, raiseEpoch, resetShardOf } from "./reset-rows.ts";

/** What the cookie holds, sealed: both keys of the one read, so that it can be done at once. */
interface Sealed {
  readonly grantId: string;
  readonly userId: string;
}

/** R1: a fresh grant in `flows`, bound to a browser by nothing but its cookie, which ends with the browser. */
export function resetGrantMaker(parts: Parts): ResetGrantMaker {
  const { dynamo, keys, clock, ids, policy } = parts;
  return {
    async open(userId, way, purpose = "reset", warning) {
      const [grantId, now] = [ids.id(), clock.now()];
      const put = {
        TableName: dynamo.name("flows"),
        Item: {
          flowId: grantId,
          kind: "reset",
          purpose,
          userId,
          way,
          status: "OPEN",
          expiresAt: now + policy.reset.grant * 1_000,
          createdAt: now,
          cleanAt: cleanAt(now + 30 * 86_400_000),
        },
        ConditionExpression: "attribute_not_exists(flowId)",
      };
      // The id is 128 fresh random bits: a row that has it is ours, written by a try whose answer was lost.
      if (warning === undefined) await ignoreRefusal(dynamo.send(new PutCommand(put)));
      else {
        const [id, detail] = [`opened-${grantId}`, { way, purpose }];
        await dynamo.transact([
          { Put: put },
          auditItem(parts, { subject: userId, event: "account.shown", now, detail, id }),
          { Put: await intentRow(dynamo, keys, warning, now, policy) },
        ]);
      }
      return setCookie(purpose, await keys.seal("reset-grant", { grantId, userId } satisfies Sealed));
    },
  };
}

const events = { reset: "password.reset", activate: "account.activated" } as const satisfies Record<string, AuditEvent>;

/** The sagas of reset and activation on flows, accounts, audit and messages (R2–R4, T17, T19, T45). */
export function dynamoResetGrants(parts: Parts): ResetGrants {
  const { dynamo, keys, clock, policy } = parts;

  return {
    async find(cookie, purpose = "reset") {
      const sealed =
        cookie === undefined ? undefined : ((await keys.unseal("reset-grant", cookie)) as Sealed | undefined);
      if (sealed === undefined) return undefined;
      const [flow, account] = await dynamo.batchGet([
        { table: "flows", key: { flowId: sealed.grantId } },
        { table: "accounts", key: { userId: sealed.userId } },
      ]);
      if (flow?.kind !== "reset" || flow.userId !== sealed.userId || account === undefined) return undefined;
      // Who is signed in changes a password within one request, and no cookie is ever given out for it.
      if ((flow.way as ChangeWay) === "change") return undefined;
      if (flow.status === "ABANDONED" || Number(flow.expiresAt) < clock.now()) return undefined;
      // Rows from before activations have no purpose. T10: a grant of one is none for the other.
      if ((flow.purpose ?? "reset") !== purpose) return undefined;
      if (flow.status !== "DONE" && Number(account.grantsFrom ?? 0) > Number(flow.createdAt)) return undefined;
      return grantOf(keys, { ...flow, purpose }, account, clock.now());
    },

    async begin(grant, notices) {
      const now = clock.now();
      if (grant.status === "OPEN") {
        const { userId, grantId, way } = grant;
        const refused = await dynamo.transact([
          use(grant, "OPEN", now),
          hold(grant, now),
          auditItem(parts, { subject: userId, event: events[grant.purpose], now, detail: { way }, id: grantId }),
          ...(await intentItems(parts, notices, now)),
          // A disabled account has had no sessions since it was disabled.
          ...(grant.purpose === "reset" ? [logoutItem(parts, { userId }, now)] : []),
        ]);
        if (refused.size === 0) return "first";
        if (refused.get(0)?.status !== "USING") return "refused";
      }
      // Another run has written what is written once; this one takes away again whatever came since.
      const refused = await dynamo.transact([use(grant, "USING", now), hold(grant, now)]);
      return refused.size === 0 ? "again" : "refused";
    },

    async finish(grant, passwords) {
      const now = clock.now();
      const done = finishRow(grant, now);
      const kept = passwords === undefined ? {} : { passwords };
      const changed = { ...kept, passwordChangedAt: now, grantsFrom: now, wrong: 0, devices: {} };
      if (grant.purpose === "activate") return (await endDisabled(dynamo, grant, done, changed, now)).size === 0;
      const locked = changesOnceADay(grant.way) ? { lockedUntil: now + policy.reset.between * 1_000 } : {};
      return (await endHold(dynamo, grant, done, { ...locked, ...changed })).size === 0;
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

  /** R2's half of the account: every session dies, nobody signs in. A newer grant takes the hold over. */
  function hold(grant: ResetGrant, now: number): TransactItem {
    return raiseEpoch(dynamo, grant.userId, {
      set: { holdUntil: now + policy.reset.grant * 1_000, heldBy: grant.grantId },
      ...mayChange(grant, now),
    });
  }

  /**
   * R4's half of the grant. Neither ABANDONED nor DONE is an end for it: this run, thought dead or overtaken, has set the password
   * after all, and what began before that ends now.
   */
  function finishRow({ grantId }: EndingGrant, now: number): TransactItem {
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

async function grantOf(keys: Keys, flow: Row, account: Row, now: number): Promise<ResetGrant> {
  const profile = await profileOf(keys, account);
  const { accountName, name, status } = profile;
  const { flowId, purpose, userId, way, status: stands, expiresAt } = flow as never as ResetGrant & { flowId: string };
  return {
    grantId: flowId,
    purpose,
    userId,
    way,
    status: stands,
    openedAt: Number(flow.createdAt),
    expiresAt,
    account: {
      accountName,
      name,
      status,
      lockedUntil: Number(account.lockedUntil ?? 0),
      frozen: account.frozen === true || account.closeAt !== undefined,
      selfEnable: account.selfEnable !== false && !isGivenUp(account, now),
      secondFactor: account.secondFactor === "on",
      ...(account.passwords === undefined ? {} : { passwords: String(account.passwords) }),
      told: toldContacts(profile, now),
    },
  };
}
