import type { Contacts, UndoLink } from "../ports/contacts.ts";
import type { Intent } from "../ports/messages.ts";
import { withContacts } from "./account-address.ts";
import { profileOf } from "./account-row.ts";
import { auditItem } from "./audit-item.ts";
import type { Row } from "./dynamo.ts";
import { intentItems } from "./intents.ts";
import { logoutItem } from "./logouts.ts";
import type { Parts } from "./parts.ts";
import { contactsBefore, livePriors, priorRows } from "./prior-contacts.ts";
import { raiseEpoch } from "./reset-rows.ts";

/**
 * Takes changes of contacts back (T20). The contacts are again what they were before one change: every later one, of whichever channel, is
 * undone with it, since whoever made the first may have made those too. So the oldest change has the last word, and the links of those
 * that went with it are worth nothing; a later link leaves the earlier changes, and their links, as they are.
 */
export function takingBack(parts: Parts): Pick<Contacts, "undo" | "undoAll"> {
  const { dynamo, keys, clock } = parts;

  return {
    undo: (link, { seen }, notices) => takeBack(link, seen as Row, notices),

    async undoAll(userId) {
      const [row] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
      if (row?.accountName === undefined) return;
      const [oldest] = await livePriors(keys, row, clock.now());
      if (oldest !== undefined) await takeBack({ userId, id: oldest.id }, row, []);
    },
  };

  async function takeBack(
    { userId, id }: Pick<UndoLink, "userId" | "id">,
    row: Row,
    notices: readonly Intent[],
  ): Promise<boolean> {
    const now = clock.now();
    const priors = await livePriors(keys, row, now);
    const [at, place] = [
      priors.findIndex((prior) => prior.id === id),
      priorRows(row).findIndex((prior) => prior.id === id),
    ];
    if (at < 0) return false;
    const contacts = contactsBefore(await profileOf(keys, row), priors.slice(at));
    const after = await withContacts(parts, row, contacts, { before: priors.slice(0, at), now });
    const channels = [...new Set(priors.slice(at).map(({ channel }) => channel))];
    const refused = await dynamo.transact([
      raiseEpoch(dynamo, userId, {
        // Grants that were opened by way of the new contact open nothing any more.
        set: {
          ...after.set,
          person: after.person,
          updatedAt: new Date(now).toISOString(),
          priorContacts: priorRows(row).slice(0, place),
          grantsFrom: now,
        },
        condition: `person = :read AND priorContacts[${place}].id = :id AND priorContacts[${place}].#until >= :now`,
        names: { "#until": "until" },
        values: { ":read": row.person, ":id": id, ":now": now },
      }),
      ...after.takes,
      ...after.leaves,
      auditItem(parts, {
        subject: userId,
        event: "contact.restored",
        now,
        detail: { change: id, channels },
        id: `restored-${id}`,
      }),
      logoutItem(parts, { userId }, now),
      ...(await intentItems(parts, notices, now)),
    ]);
    return refused.size === 0;
  }
}
