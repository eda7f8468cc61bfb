import { isSameContact } from "../person/contact.ts";
import { toldContacts } from "../person/told-contacts.ts";
import type { Contacts, KnownContacts, UndoLink } from "../ports/contacts.ts";
import { accountIn, withContacts } from "./account-address.ts";
import { profileOf } from "./account-row.ts";
import { auditItem } from "./audit-item.ts";
import { provedItems } from "./challenges.ts";
import { isEmailClaim } from "./claims.ts";
import type { Row } from "./dynamo.ts";
import { intentItems } from "./intents.ts";
import type { Parts } from "./parts.ts";
import { contactsBefore, fieldOf, livePriors, type PriorRow, priorRows } from "./prior-contacts.ts";
import { takingBack } from "./taking-back.ts";

interface SealedUndo extends UndoLink {
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/**
 * Contacts on accounts, audit, messages and what a code uses up (M35, T20). The account keeps what each change of the last 72 hours took
 * the place of, oldest first, and `takingBack` puts it back.
 */
export function dynamoContacts(parts: Parts): Contacts {
  const { dynamo, keys, clock, policy } = parts;
  const undoFor = policy.contact.undo * 1_000;

  return {
    ...takingBack(parts),

    async find(userId) {
      const row = await read(userId);
      return row && knownOf(row);
    },

    async change({ seen }, { userId, channel, value, epoch }, proof, notices) {
      const [now, row] = [clock.now(), seen as Row];
      const { email, mobile } = await profileOf(keys, row);
      const [field, id] = [fieldOf[channel], proof.challenge.challengeId];
      const before = { ...(email && { email }), ...(mobile && { mobile }) };
      const live = priorRows(row).filter(({ until }) => until >= now);
      const earlier = await livePriors(keys, row, now);
      const oldest = earlier.find((prior) => prior.channel === channel);
      // Back by the page is as good as back by the link: whoever was there in between has nothing to take back (T20).
      const isBack = isSameContact(oldest?.contact?.value, value);
      const mayComeBack = isBack
        ? earlier.filter((other) => other.channel !== channel)
        : [...earlier, { channel, contact: before[field] }];
      const after = await withContacts(
        parts,
        row,
        { ...before, [field]: { value, proved: true } },
        { before: mayComeBack, now },
      );
      const more = Object.keys(after.set);
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
            UpdateExpression: `SET person = :new, updatedAt = :at, priorContacts = :priors, dueAt = :due${more.map((name) => `, ${name} = :${name}`).join("")}`,
            ConditionExpression: "person = :read AND epoch = :epoch AND #status = :active",
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: {
              ...Object.fromEntries(more.map((name) => [`:${name}`, after.set[name]])),
              ":new": after.person,
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
        ...after.takes,
        ...after.leaves,
        auditItem(parts, { subject: userId, event: "contact.changed", now, detail: { change: id, channel }, id }),
        ...(await intentItems(parts, notices, now)),
      ]);
      if (refused.size === 0) return "changed";
      if (refused.get(0)?.usedBy === proof.attempt) return "changed-already";
      if (refused.has(0)) return "code-wrong";
      const isTaken = after.takes.length > 0 && refused.has(proved.length + 1);
      if (isTaken && !refused.has(proved.length)) return "email-taken";
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
      const before = contactsBefore(await profileOf(keys, row), priors.slice(at));
      const contact = before[fieldOf[channel]];
      return {
        ...(await knownOf(row)),
        ...(isEmailClaim(row.accountName) ? { accountName: accountIn(before.email) } : {}),
        ...(contact && { value: contact.value }),
      };
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
}
