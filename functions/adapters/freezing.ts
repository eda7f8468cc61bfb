import type { Freezing, NotMe } from "../ports/not-me.ts";
import { profileOf } from "./account-row.ts";
import { auditItem } from "./audit-item.ts";
import { openingItems } from "./case-row.ts";
import { type Seen, stillAsRead } from "./disabling.ts";
import { cleanAt, dueShardOf } from "./dynamo.ts";
import { intentRow } from "./intents.ts";
import { logoutItem } from "./logouts.ts";
import type { Parts } from "./parts.ts";
import { priorRows } from "./prior-contacts.ts";
import { raiseEpoch } from "./reset-rows.ts";

const usedId = ({ id }: NotMe): string => `not-me#${id}`;

/** 不是我 on accounts, once, cases, audit, messages and logouts: one read, then one transaction. */
export function dynamoFreezing(parts: Parts): Freezing {
  const { dynamo, keys, clock, policy } = parts;

  return {
    async find(notMe) {
      const [account, used] = await dynamo.batchGet([
        { table: "accounts", key: { userId: notMe.userId } },
        { table: "once", key: { id: usedId(notMe) } },
      ]);
      // One that is being erased is nobody's any more.
      if (account?.accountName === undefined || account.status === "ERASING") return { state: "none" };
      const { status, frozen, frozenCase } = account;
      if (status === "DISABLED" && frozen === true && typeof frozenCase === "string")
        return { state: "frozen", caseNumber: frozenCase };
      if (used !== undefined) return { state: "used" };
      const { email, mobile, ...profile } = await profileOf(keys, account);
      return {
        state: "free",
        status: profile.status,
        moved: priorRows(account).some(({ until }) => until >= clock.now()),
        accountName: profile.accountName,
        name: profile.name,
        ...(email === undefined ? {} : { email: email.value }),
        ...(mobile === undefined ? {} : { mobile: mobile.value }),
        seen: {
          asRead: { epoch: account.epoch, status: account.status, priorContacts: account.priorContacts },
        } satisfies Seen,
      };
    },

    async freeze(notMe, found, opened, intents) {
      const now = clock.now();
      const rows = await Promise.all(intents.map((intent) => intentRow(dynamo, keys, intent, now, policy)));
      const opening = await openingItems(parts, opened, now);
      const refused = await dynamo.transact([
        takeAway(notMe, found, opened.number, now),
        {
          Put: {
            TableName: dynamo.name("once"),
            // Longer than any link of today lives.
            Item: { id: usedId(notMe), cleanAt: cleanAt(now + policy.notMe.life * 1_000) + 60 },
            ConditionExpression: "attribute_not_exists(id)",
          },
        },
        auditItem(parts, {
          subject: notMe.userId,
          event: "account.frozen",
          now,
          detail: { caseNumber: opened.number },
          id: notMe.id,
        }),
        ...opening.map(([, item]) => item),
        ...rows.map((Put) => ({ Put })),
        logoutItem(parts, notMe, now),
      ]);
      return refused.size === 0;
    },
  };

  /**
   * Every session ends, nobody signs in, and a reset or an enabling that is under way has lost the account: it gives nothing back. The
   * epoch is the one that was read, so that any of these since then is seen first; a change of contacts raises none and is seen by what it
   * took the place of, so that nobody puts in a contact of their own in between (T20). Why an account was disabled before stays: coming
   * back from 不是我 is no way around a manager or the end of a role (M4). But one that somebody else closed is not erased. The vault is
   * closed after this, or by a sweep.
   */
  function takeAway({ userId }: NotMe, found: { status: string; seen: unknown }, caseNumber: string, now: number) {
    const disabling = {
      disabledFor: "owner",
      disabledAt: new Date(now).toISOString(),
      vaultOpen: true,
      dueShard: dueShardOf(userId),
      dueAt: now,
    };
    return raiseEpoch(dynamo, userId, {
      set: {
        status: "DISABLED",
        frozen: true,
        frozenCase: caseNumber,
        grantsFrom: now,
        ...(found.status === "ACTIVE" ? disabling : {}),
      },
      remove: ["holdUntil", "heldBy", "idleWarned", "defaultPassword", "closeAt"],
      ...stillAsRead(found.seen as Seen),
    });
  }
}
