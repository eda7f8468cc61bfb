import type { AuditEvent } from "../contract/audit-events.ts";
import type { Language, MessageKind, MessageWords } from "../contract/messages.ts";
import { shownAccountOf } from "../person/account-name.ts";
import { toldContacts } from "../person/told-contacts.ts";
import { ownerNotices } from "../ports/owner-notice.ts";
import { profileOf } from "./account-row.ts";
import { auditItem } from "./audit-item.ts";
import type { Row, TransactItem } from "./dynamo.ts";
import { intentItems } from "./intents.ts";
import { notMeLinks } from "./not-me.ts";
import type { Parts } from "./parts.ts";

export interface FactorParts extends Parts {
  /** Shown behind the account name in a notice. */
  readonly accountDomain: string;
  /** `https://…`, without a path: of the link 不是我. */
  readonly siteOrigin: string;
}

/** The audit record of a change of a second factor. */
export const factorAudit = (parts: Parts, subject: string, event: AuditEvent): TransactItem =>
  auditItem(parts, { subject, event, now: parts.clock.now() });

/** What sign-in asks the account's row: whether there is a second factor. On under the epoch of the session that asked for it only. */
export function factorFlag({ dynamo }: Parts, userId: string, to: { readonly epoch: number } | "off"): TransactItem {
  const isOff = to === "off";
  return {
    Update: {
      TableName: dynamo.name("accounts"),
      Key: { userId },
      UpdateExpression: isOff ? "REMOVE secondFactor" : "SET secondFactor = :on",
      ConditionExpression: `#status = :active${isOff ? "" : " AND epoch = :epoch"}`,
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: { ":active": "ACTIVE", ...(isOff ? {} : { ":on": "on", ":epoch": to.epoch }) },
    },
  };
}

/** I5, T20: to every contact of the account that is known, by the job that sends what was written: who signs in does not wait for it. */
export async function factorNotices<
  K extends "second-factor-changed" | "recovery-code-used" | "recovery-codes-renewed" | "second-factor-guessed",
>(
  parts: FactorParts,
  account: Row,
  kind: K,
  words: Omit<MessageWords[K], "account" | "notMe">,
  language: Language = "zh-TW",
): Promise<TransactItem[]> {
  const { keys, clock, ids, accountDomain } = parts;
  const profile = await profileOf(keys, account);
  const notMe = await notMeLinks(parts).link(profile.userId);
  const said = {
    kind,
    language,
    words: {
      ...words,
      account: shownAccountOf(profile.accountName, accountDomain),
      notMe,
    } as unknown as MessageWords[K],
  };
  const notices = ownerNotices<MessageKind>(() => ids.id(), said, toldContacts(profile, clock.now()));
  return intentItems(parts, notices, clock.now(), "due-at-once");
}
