import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { shownAccountOf } from "../person/account-name.ts";
import type { NewCase, OwnerAddresses } from "../ports/cases.ts";
import type { Clock } from "../ports/clock.ts";
import type { Contacts } from "../ports/contacts.ts";
import type { Ids } from "../ports/ids.ts";
import type { Keys } from "../ports/keys.ts";
import type { Delivery, Intent } from "../ports/messages.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { Freezable, Freezing, NotMe, NotMeLinks } from "../ports/not-me.ts";
import { ownerNotice } from "../ports/owner-notice.ts";
import { closeVault, type VaultParts } from "../steps/close-vault.ts";
import { ownerMail } from "./owner-mail.ts";
import { caseCode, caseNumber, caseNumberBytes } from "./rules/numbers.ts";
import { ownerOf } from "./rules/owner.ts";

interface Parts extends VaultParts {
  readonly links: NotMeLinks;
  readonly freezing: Freezing;
  readonly contacts: Pick<Contacts, "undoAll">;
  readonly owners: OwnerAddresses;
  readonly delivery: Delivery;
  readonly metrics: Metrics;
  readonly keys: Keys;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly accountDomain: string;
}

/** One round takes contacts back; each of the others loses only to somebody who changed the same account in the same moment. */
const mostRounds = 5;

/**
 * 不是我: first the contacts are those of the owner again; then the account is disabled and frozen and every session ended, with the case
 * and the notices, in one transaction; then the vault is told (§5.2, disable). Pressing again does the rest again and gives the same case; the code of such a case is made from its number.
 */
export function freeze(parts: Parts): Action<"POST /api/not-me"> {
  const { links, freezing, contacts, delivery, metrics, keys, ids, clock } = parts;
  return async ({ body, language }) => {
    const notMe = await links.read(body.token);
    if (notMe === undefined) throw new Problem("not-me-link");
    const { number, intents } = await frozenNow(notMe, language);
    await closeVault(parts, notMe.userId);
    await Promise.all(intents.map((intent) => delivery.send(intent).catch(() => undefined)));
    return { body: { number, code: await codeOf(number) } };
  };

  /** The case of the account that is frozen, and the messages that this run wrote. Throws when the link is not one any more. */
  async function frozenNow(notMe: NotMe, language: "zh-TW" | "en") {
    for (let rounds = 0; rounds < mostRounds; rounds += 1) {
      const found = await freezing.find(notMe);
      if (found.state === "frozen") return { number: found.caseNumber, intents: [] };
      if (found.state !== "free") throw new Problem("not-me-link");
      // A frozen account comes back by a code, which must not go to a thief's contact once the change stands for good (T20). Every change
      // that may be taken back goes, also one from after the link: a thief moves the contact after the sign-in that the link warned of.
      // Nor is one from before the link kept: while it may be taken back, links go to the contact from before it.
      if (found.moved) {
        await contacts.undoAll(notMe.userId);
        continue;
      }
      const opened = await caseOf(notMe, found, language);
      const intents = await messagesOf(opened, found);
      if (await freezing.freeze(notMe, found, opened, intents)) {
        metrics.count("AccountDisabled");
        return { number: opened.number, intents };
      }
    }
    throw Object.assign(new Error("a freeze lost every race"), { name: "TransactionConflictException" });
  }

  async function caseOf(notMe: NotMe, found: Freezable & { state: "free" }, language: "zh-TW" | "en") {
    const number = caseNumber(clock.now(), ids.bytes(caseNumberBytes));
    return {
      number,
      code: await codeOf(number),
      category: "not-me",
      owner: ownerOf("not-me", {}),
      userId: notMe.userId,
      content: {
        person: accountOf(found),
        name: found.name,
        contact: found.email ?? found.mobile ?? "",
        description: "",
        language,
      },
    } satisfies NewCase;
  }

  async function messagesOf(opened: NewCase, found: Freezable & { state: "free" }): Promise<Intent[]> {
    const notice = ownerNotice({
      messageId: ids.id(),
      kind: "account-frozen",
      language: opened.content.language,
      words: { account: accountOf(found) },
      email: found.email,
      mobile: found.mobile,
    });
    return [ownerMail(ids.id(), opened, await parts.owners.of(opened.owner, {})), notice];
  }

  async function codeOf(number: string): Promise<string> {
    return caseCode(Buffer.from(await keys.mac("not-me", number), "base64url"));
  }

  function accountOf({ accountName }: { accountName: string }): string {
    return shownAccountOf(accountName, parts.accountDomain);
  }
}
