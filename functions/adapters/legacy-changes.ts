import type { LegacyAccounts } from "../ports/legacy-accounts.ts";
import { auditItem } from "./audit-item.ts";
import { accountClaim } from "./claims.ts";
import { intentItems } from "./intents.ts";
import { legacyLinkKey, legacyLinkOf, legacyLinkRows, newLegacyLink, noLegacyLink } from "./legacy-links.ts";
import { type ErasedLegacyRow, type LegacyRow, legacyAccountIn, legacyKeyOf, type SeenLegacy } from "./legacy-row.ts";
import { liveAccount } from "./live-account.ts";
import { notificationItem } from "./notification-row.ts";
import type { Parts } from "./parts.ts";

/** That is no fault of the person: the answer is "try again in a moment" (T47). */
const changedMeanwhile = () =>
  Object.assign(new Error("an old account changed while it was joined"), { name: "TransactionConflictException" });

/** What changes between old accounts and those of their people, a transaction each (T43). */
export function legacyChanges(
  parts: Parts,
): Pick<LegacyAccounts, "link" | "register" | "unlink" | "unregister" | "eraseOf"> {
  const { dynamo, keys, clock } = parts;
  const TableName = dynamo.name("legacy-accounts");

  return {
    async link(account, by, notices, notifications) {
      const [now, legacyKey] = [clock.now(), await legacyKeyOf(keys, account)];
      const [seen, at] = [account.seen as SeenLegacy, new Date(now).toISOString()];
      const link = { state: "linked", platform: account.platform, legacyAccount: account.shownAccount, at } as const;
      const refused = await dynamo.transact([
        liveAccount(dynamo, by),
        {
          Update: {
            TableName,
            Key: { legacyKey },
            UpdateExpression: "SET #state = :linked, linkedTo = :user, linkedAt = :now REMOVE oneUse, oneUseUntil",
            // As it was when the password was compared: an import or another mailed password may have changed it since.
            ConditionExpression: `#state = :open AND digest = :digest${seen.oneUse === undefined ? "" : " AND oneUse = :mailed AND oneUseUntil >= :now"}`,
            ExpressionAttributeNames: { "#state": "state" },
            ExpressionAttributeValues: {
              ":linked": "linked",
              ":open": "open",
              ":user": by.userId,
              ":now": now,
              ":digest": seen.digest,
              ...(seen.oneUse === undefined ? {} : { ":mailed": seen.oneUse }),
            },
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          },
        },
        await newLegacyLink(parts, by.userId, link, legacyKey),
        auditItem(parts, {
          subject: by.userId,
          event: "legacy-account.linked",
          now,
          detail: { platform: account.platform, legacyKey },
        }),
        ...(await intentItems(parts, notices, now)),
        ...(await Promise.all(notifications.map((notification) => notificationItem(parts, notification)))),
      ]);
      if (refused.size === 0) return "linked";
      if (refused.has(0)) return "ended";
      const row = refused.get(1) as LegacyRow | undefined;
      // By an earlier try of the same person, whose answer was lost, or in another window.
      if (row?.state === "linked") return row.linkedTo === by.userId ? "linked-before" : "linked-elsewhere";
      if (refused.has(2)) return "has-link";
      throw changedMeanwhile();
    },

    async register(platform, by, profile) {
      const now = clock.now();
      const link = { state: "registered", platform, profile, at: new Date(now).toISOString() } as const;
      const refused = await dynamo.transact([
        liveAccount(dynamo, by),
        await newLegacyLink(parts, by.userId, link),
        auditItem(parts, { subject: by.userId, event: "legacy-account.registered", now, detail: { platform } }),
      ]);
      if (refused.size === 0) return "registered";
      if (refused.has(0)) return "ended";
      const row = refused.get(1);
      const before = row === undefined ? undefined : await legacyLinkOf(keys, row);
      const isSame = before?.state === "registered" && JSON.stringify(before.profile) === JSON.stringify(profile);
      return isSame ? "registered" : "has-link";
    },

    async unlink(id, { operator, reason, passwordLeaked }, notifications) {
      const [now, legacyKey] = [clock.now(), await legacyKeyOf(keys, id)];
      const [row] = await dynamo.batchGet([{ table: "legacy-accounts", key: { legacyKey } }]);
      if (row?.state !== "linked") return undefined;
      const userId = String(row.linkedTo);
      const { shownAccount } = await legacyAccountIn(keys, row as unknown as LegacyRow, id);
      const refused = await dynamo.transact([
        {
          Update: {
            TableName,
            Key: { legacyKey },
            UpdateExpression: `SET #state = :open${passwordLeaked ? ", passwordLeaked = :leaked" : ""} REMOVE linkedTo, linkedAt`,
            ConditionExpression: "#state = :linked AND linkedTo = :user",
            ExpressionAttributeNames: { "#state": "state" },
            ExpressionAttributeValues: {
              ":open": "open",
              ":linked": "linked",
              ":user": userId,
              ...(passwordLeaked ? { ":leaked": true } : {}),
            },
          },
        },
        noLegacyLink(dynamo, userId, id.platform, legacyKey),
        auditItem(parts, {
          subject: userId,
          event: "legacy-account.unlinked",
          now,
          detail: {
            ...{ platform: id.platform, legacyKey, by: operator, reason },
            ...(passwordLeaked ? { passwordLeaked } : {}),
          },
        }),
        ...(await Promise.all(
          notifications(userId, shownAccount).map((notification) => notificationItem(parts, notification)),
        )),
      ]);
      return refused.size === 0 ? userId : undefined;
    },

    async unregister({ platform, accountName }, { operator, reason }) {
      const claim = await accountClaim(keys, accountName);
      const [row] = await dynamo.batchGet([{ table: "claims", key: { claim } }]);
      // Held by an application that is under way: nobody has that account yet.
      if (row?.state !== "OWNED") return undefined;
      const userId = String(row.userId);
      const refused = await dynamo.transact([
        {
          Delete: {
            TableName: dynamo.name("consents"),
            Key: legacyLinkKey(userId, platform),
            ConditionExpression: "#state = :registered",
            ExpressionAttributeNames: { "#state": "state" },
            ExpressionAttributeValues: { ":registered": "registered" },
          },
        },
        auditItem(parts, {
          subject: userId,
          event: "legacy-account.unlinked",
          now: clock.now(),
          detail: { platform, registered: true, by: operator, reason },
        }),
      ]);
      return refused.size === 0 ? userId : undefined;
    },

    async eraseOf(userId, notifications) {
      for (const row of await legacyLinkRows(dynamo, userId)) {
        const link = await legacyLinkOf(keys, row);
        if (link.state !== "linked") continue;
        const legacyKey = String(row.legacyKey);
        const told = (await notifications(link.platform))(userId, link.legacyAccount);
        // Refused where the help desk has just taken it back, and told so itself.
        await dynamo.transact([
          {
            Put: {
              TableName,
              // Whatever stood in the row is gone with it.
              Item: { legacyKey, state: "erased" } satisfies ErasedLegacyRow,
              ConditionExpression: "linkedTo = :user",
              ExpressionAttributeValues: { ":user": userId },
            },
          },
          noLegacyLink(dynamo, userId, link.platform, legacyKey),
          ...(await Promise.all(told.map((notification) => notificationItem(parts, notification)))),
        ]);
      }
    },
  };
}
