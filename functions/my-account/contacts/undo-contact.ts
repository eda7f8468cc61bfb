import { Problem } from "../../http/problem.ts";
import type { Action } from "../../http/request.ts";
import { shownAccountOf } from "../../person/account-name.ts";
import { maskContact } from "../../person/contact.ts";
import type { Contacts } from "../../ports/contacts.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Delivery } from "../../ports/messages.ts";
import { ownerNotices } from "../../ports/owner-notice.ts";

interface Parts {
  readonly contacts: Pick<Contacts, "readUndo" | "findUndo" | "undo">;
  readonly delivery: Delivery;
  readonly ids: Ids;
  readonly accountDomain: string;
}

/**
 * T20: who reads the old contact takes a change back, without signing in, also where the account was closed or its password changed
 * since. Every contact but the one that comes back is told, without a link: whoever took the account must not get one to freeze it with.
 */
export function undoContact(parts: Parts): Action<"POST /api/contact-undo"> {
  const { contacts, delivery, ids, accountDomain } = parts;
  return async ({ body, language }) => {
    const link = await contacts.readUndo(body.token);
    const found = link && (await contacts.findUndo(link));
    if (link === undefined || found === undefined) throw new Problem("contact-undo-link");
    const account = shownAccountOf(found.accountName, accountDomain);
    const masked = found.value === undefined ? "" : maskContact(link.channel, found.value);
    const said = { kind: "contact-changed", language, words: { account, masked, restored: true } } as const;
    const notices = masked === "" ? [] : ownerNotices(() => ids.id(), said, found.told, found.value);
    if (!(await contacts.undo(link, found, notices))) {
      // A doubled press was quicker, or something else about the account changed at this moment.
      const still = await contacts.findUndo(link);
      throw new Problem(still === undefined ? "contact-undo-link" : "try-again-later", still ? { retryAfter: 1 } : {});
    }
    await Promise.all(notices.map((notice) => delivery.send(notice).catch(() => undefined)));
    return { body: { account, masked } };
  };
}
