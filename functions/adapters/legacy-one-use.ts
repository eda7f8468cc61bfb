import type { TableName } from "../contract/tables.ts";
import type { LegacyAccount, LegacyAccounts } from "../ports/legacy-accounts.ts";
import type { Intent } from "../ports/messages.ts";
import { auditItem } from "./audit-item.ts";
import type { Row, TransactItem } from "./dynamo.ts";
import { intentRow } from "./intents.ts";
import { legacyKeyOf, type SeenLegacy, sealOneUse } from "./legacy-row.ts";
import type { Parts } from "./parts.ts";
import { slowHash } from "./slow-hash.ts";
import { timesSince } from "./windows.ts";

/** M85: one-use passwords of old accounts. */
export function legacyOneUse(parts: Parts): Pick<LegacyAccounts, "issueOneUse"> {
  const { dynamo, keys, clock, ids, policy } = parts;
  const mails = policy.legacy.mailsPerAccount;

  return {
    async issueOneUse(account, { userId, password, message }) {
      const slow = await slowHash(ids, password, parts.slowCost);
      // T13: who has had enough mails is like nobody. The password of the last one is good still.
      const isTold = account !== undefined && message !== undefined && timesOf(account).length < mails.most;
      const items = isTold ? await issuing(account, { userId, slow, message }) : absentRows(ids.id());
      const refused = await dynamo.transact(items);
      return isTold && refused.size === 0;
    },
  };

  /** When it was mailed of late. */
  function timesOf({ seen }: LegacyAccount): readonly number[] {
    return timesSince({ times: (seen as SeenLegacy).mailed }, clock.now() - mails.seconds * 1_000);
  }

  async function issuing(
    account: LegacyAccount,
    { userId, slow, message }: { readonly userId: string; readonly slow: string; readonly message: Intent },
  ): Promise<TransactItem[]> {
    const [now, legacyKey] = [clock.now(), await legacyKeyOf(keys, account)];
    const until = now + policy.legacy.oneUsePassword.life * 1_000;
    const { digest, mailed } = account.seen as SeenLegacy;
    return [
      {
        Update: {
          TableName: dynamo.name("legacy-accounts"),
          Key: { legacyKey },
          UpdateExpression: "SET oneUse = :issued, oneUseUntil = :until, mailed = :times",
          // As it was when the address was compared: an import may have put another one in its place, and others ask as well.
          ConditionExpression: `#state = :open AND digest = :digest AND ${mailed === undefined ? "attribute_not_exists(mailed)" : "mailed = :mailed"}`,
          ExpressionAttributeNames: { "#state": "state" },
          ExpressionAttributeValues: {
            ":issued": await sealOneUse(keys, { legacyKey, slow }),
            ":until": until,
            ":open": "open",
            ":digest": digest,
            ":times": [...timesOf(account), now],
            ...(mailed === undefined ? {} : { ":mailed": mailed }),
          },
        },
      },
      auditItem(parts, {
        subject: userId,
        event: "legacy-password.issued",
        now,
        detail: { platform: account.platform, legacyKey },
      }),
      // The job's: a mail that went out at once would tell by its time that there is one.
      { Put: await intentRow(dynamo, keys, message, now, policy, "due-at-once") },
    ];
  }

  /** The same items for nobody: rows that are not there. */
  function absentRows(id: string): TransactItem[] {
    const absent = (table: TableName, Key: Row): TransactItem => ({
      ConditionCheck: {
        TableName: dynamo.name(table),
        Key,
        ConditionExpression: `attribute_not_exists(${Object.keys(Key)[0]})`,
      },
    });
    return [
      absent("legacy-accounts", { legacyKey: `decoy#${id}` }),
      absent("audit", { subject: `decoy-${id}`, entry: id }),
      absent("messages", { messageId: id }),
    ];
  }
}
