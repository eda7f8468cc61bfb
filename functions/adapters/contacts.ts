import type { AuditEvent } from "../contract/audit-events.ts";
import { isSameContact } from "../person/contact.ts";
import { toldContacts } from "../person/told-contacts.ts";
import type { Contacts, KnownContacts, UndoLink } from "../ports/contacts.ts";
import { profileOf, sealedWithContacts } from "./account-row.ts";
import { provedItems } from "./challenges.ts";
import type { Row, TransactItem } from "./dynamo.ts";
import { intentItems } from "./intents.ts";
import { logoutItem } from "./logouts.ts";
import type { Parts } from "./parts.ts";
import { contactsBefore, fieldOf, livePriors, type PriorRow, priorRows } from "./prior-contacts.ts";
import { raiseEpoch } from "./reset-rows.ts";

interface SealedUndo extends UndoLink {
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/**
 * Contacts on accounts, audit, messages and what a code uses up (M35, T20). The account keeps what each change of the last 72 hours took
 * the place of, oldest first. A link puts the contacts back as they were before its own change: every later one, of whichever channel, is
 * undone with it, since whoever made the first may have made those too. So the link of the oldest change is the strongest, and the links
 * of those that went with it are worth nothing; a later link leaves the earlier changes, and their links, as they are.
 */
export function dynamoContacts(parts: Parts): Contacts {
  const { dynamo, keys, clock, policy } = parts;
  const undoFor = policy.contact.undo * 1_000;

  return {
    async find(userId) {
      const row = await read(userId);
      return row && knownOf(row);
    },

    async change({ seen }, { userId, channel, value, epoch }, proof, notices) {
      const [now, row] = [clock.now(), seen as Row];
      const { email, mobile } = await profileOf(keys, row);
      const [field, id] = [fieldOf[channel], proof.challenge.challengeId];
      const before = { ...(email && { email }), ...(mobile && { mobile }) };
      const person = await sealedWithContacts(keys, row, { ...before, [field]: { value, proved: true } });
      const live = priorRows(row).filter(({ until }) => until >= now);
      const oldest = (await livePriors(keys, row, now)).find((prior) => prior.channel === channel);
      // Back by the page is as good as back by the link: whoever was there in between has nothing to take back (T20).
      const isBack = isSameContact(oldest?.contact?.value, value);
      const prior: PriorRow = {
        id,
        channel,
        until: now + undoFor,
        contact: await keys.seal("person-data", before[field] ?? null),
      };
      const proved = await provedItems(parts, proof, channel);
      const refused = await dynamo.transact([
        ...proved,
        {
          Update: {
            TableName: dynamo.name("accounts"),
            Key: { userId },
            // Looked at when the change stands for good, by `disable-idle`, which lets the old contact go.
            UpdateExpression: "SET person = :new, updatedAt = :at, priorContacts = :priors, dueAt = :due",
            ConditionExpression: "person = :read AND epoch = :epoch AND #status = :active",
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: {
              ":new": person,
              ":at": new Date(now).toISOString(),
              ":priors": isBack ? live.filter((other) => other.channel !== channel) : [...live, prior],
              ":due": Math.min(Number(row.dueAt ?? Number.POSITIVE_INFINITY), prior.until + 1_000),
              ":read": row.person,
              ":epoch": epoch,
              ":active": "ACTIVE",
            },
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          },
        },
        auditItem("contact.changed", userId, id, now, { change: id, channel }),
        ...(await intentItems(parts, notices, now)),
      ]);
      if (refused.size === 0) return "changed";
      if (refused.get(0)?.usedBy === proof.attempt) return "changed-already";
      if (refused.has(0)) return "code-wrong";
      const stands = refused.get(proved.length);
      return stands?.epoch === epoch && stands.status === "ACTIVE" ? "changed-meanwhile" : "ended";
    },

    undoToken: (link) => keys.seal("contact-undo", { ...link, expiresAt: clock.now() + undoFor } satisfies SealedUndo),

    async readUndo(token) {
      const sealed = (await keys.unseal("contact-undo", token)) as SealedUndo | undefined;
      if (sealed === undefined || sealed.expiresAt < clock.now()) return undefined;
      const { expiresAt: _, ...link } = sealed;
      return link;
    },

    async findUndo({ userId, id, channel }) {
      const row = await read(userId);
      if (row === undefined) return undefined;
      const priors = await livePriors(keys, row, clock.now());
      const at = priors.findIndex((prior) => prior.id === id);
      if (at < 0) return undefined;
      const after = contactsBefore(await profileOf(keys, row), priors.slice(at))[fieldOf[channel]];
      return { ...(await knownOf(row)), ...(after && { value: after.value }) };
    },

    async undo({ userId, id }, { seen }, notices) {
      const [now, row] = [clock.now(), seen as Row];
      const priors = await livePriors(keys, row, now);
      const [at, place] = [
        priors.findIndex((prior) => prior.id === id),
        priorRows(row).findIndex((prior) => prior.id === id),
      ];
      if (at < 0) return false;
      const person = await sealedWithContacts(keys, row, contactsBefore(await profileOf(keys, row), priors.slice(at)));
      const refused = await dynamo.transact([
        raiseEpoch(dynamo, userId, {
          // Grants that were opened by way of the new contact open nothing any more.
          set: {
            person,
            updatedAt: new Date(now).toISOString(),
            priorContacts: priorRows(row).slice(0, place),
            grantsFrom: now,
          },
          condition: `person = :read AND priorContacts[${place}].id = :id AND priorContacts[${place}].#until >= :now`,
          names: { "#until": "until" },
          values: { ":read": row.person, ":id": id, ":now": now },
        }),
        auditItem("contact.restored", userId, `restored-${id}`, now, {
          change: id,
          channels: [...new Set(priors.slice(at).map(({ channel }) => channel))],
        }),
        logoutItem(parts, { userId }, now),
        ...(await intentItems(parts, notices, now)),
      ]);
      return refused.size === 0;
    },
  };

  async function read(userId: string): Promise<Row | undefined> {
    const [row] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
    return row?.accountName === undefined ? undefined : row;
  }

  async function knownOf(row: Row): Promise<KnownContacts> {
    const profile = await profileOf(keys, row);
    return { accountName: profile.accountName, told: toldContacts(profile, clock.now()), seen: row };
  }

  function auditItem(event: AuditEvent, subject: string, id: string, now: number, detail: Row): TransactItem {
    return {
      Put: {
        TableName: dynamo.name("audit"),
        Item: { subject, entry: `${new Date(now).toISOString()}#${id}`, event, ...detail },
        ConditionExpression: "attribute_not_exists(subject)",
      },
    };
  }
}
