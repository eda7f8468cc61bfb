import type { Policy } from "../../contract/policy.ts";
import type { RequestOf } from "../../contract/routes.ts";
import { Problem } from "../../http/problem.ts";
import type { Action } from "../../http/request.ts";
import { shownAccountOf } from "../../person/account-name.ts";
import { isSameContact, maskContact } from "../../person/contact.ts";
import { formatMobile } from "../../person/phone.ts";
import type { Challenges, CodeProof } from "../../ports/challenges.ts";
import type { Contacts, KnownContacts } from "../../ports/contacts.ts";
import type { Ids } from "../../ports/ids.ts";
import type { Delivery } from "../../ports/messages.ts";
import type { Metrics } from "../../ports/metrics.ts";
import type { NotMeLinks } from "../../ports/not-me.ts";
import { ownerNotices } from "../../ports/owner-notice.ts";
import type { Session } from "../../ports/sessions.ts";
import { sameCode } from "../../steps/same-code.ts";
import { contactSubject, readNewContact } from "./new-contact.ts";

type Change = "POST /api/my-account/contacts";

interface Parts {
  readonly challenges: Pick<Challenges, "code" | "shard" | "gate" | "reserveTry" | "miss">;
  readonly contacts: Pick<Contacts, "find" | "change" | "undoToken">;
  readonly delivery: Delivery;
  readonly links: Pick<NotMeLinks, "link">;
  readonly ids: Ids;
  readonly metrics: Metrics;
  readonly policy: Policy;
  readonly accountDomain: string;
  readonly siteOrigin: string;
}

/**
 * 儲存變更 (M35, T20): the try is counted before anything is compared (T06); with a right code the new contact takes the place of the old
 * one in one transaction. Everybody who could be reached before is told, and who could be before all changes that may be taken back has
 * a link that does so; the new contact is not told. Going back to such a one by this page needs no link: nothing is left to take back.
 */
export function changeContact(parts: Parts): Action<Change> {
  const { challenges, contacts, delivery, metrics } = parts;
  return async ({ body, session }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const { profile } = session;
    const { channel, value } = readNewContact(body, profile, parts.accountDomain);
    const answer = { body: { channel, value: channel === "email" ? value : formatMobile(value) } };
    const subject = contactSubject(profile, channel, value);
    const shard = challenges.shard(subject.subject);
    // A captcha is for strangers (T09): who is here has given the password.
    if ((await challenges.gate(subject, shard)) === "spent") throw new Problem("code-wrong");
    const tried = await challenges.reserveTry(subject.subject, body.attempt);
    if (tried === undefined) throw new Problem("code-wrong");
    const { challenge } = tried;
    const right = sameCode(await challenges.code(challenge.challengeId, channel), body.code);
    if (!right) return wrong();
    const isDone = isSameContact(profile[channel === "email" ? "email" : "mobile"]?.value, value);
    // A lost answer asked for again (T46): the code is used up with the change and never without it.
    if (tried.alreadyBy && isDone) return answer;
    if (tried.alreadyBy) throw new Problem("code-wrong");

    await save(session, body, { subject, challenge, attempt: body.attempt, shard }, value);
    metrics.count("CodeRight");
    return answer;

    async function wrong(): Promise<never> {
      metrics.count("CodeWrong");
      await challenges.miss(subject, shard);
      throw new Problem("code-wrong");
    }
  };

  async function save({ profile }: Session, body: RequestOf<Change>, proof: CodeProof, value: string): Promise<void> {
    const { userId, epoch } = profile;
    const { channel, language } = body;
    const known = await contacts.find(userId);
    if (known === undefined) throw new Problem("not-signed-in");
    const said = { kind: "contact-changed", language, words: await wordsOf(known) } as const;
    const notices = ownerNotices(() => parts.ids.id(), said, known.told, value);
    const outcome = await contacts.change(known, { userId, channel, value, epoch }, proof, notices);
    if (outcome === "ended") throw new Problem("not-signed-in");
    if (outcome === "code-wrong") throw new Problem("code-wrong");
    if (outcome === "changed-meanwhile") throw new Problem("try-again-later", { retryAfter: 1 });
    // Told to whoever reads its mail, and to nobody else (M20).
    if (outcome === "email-taken") throw new Problem("account-email-taken");
    if (outcome === "changed-already") return;
    // Changed whatever becomes of the notices: the sweep takes up what could not be sent.
    await Promise.all(notices.map((notice) => delivery.send(notice).catch(() => undefined)));

    async function wordsOf({ accountName, told }: KnownContacts) {
      const words = {
        account: shownAccountOf(accountName, parts.accountDomain),
        masked: maskContact(channel, value),
        notMe: await parts.links.link(userId),
      };
      const present = profile[channel === "email" ? "email" : "mobile"]?.value;
      const isBack = told.owners[channel].some((one) => isSameContact(one, value)) && !isSameContact(present, value);
      if (isBack) return words;
      const token = await contacts.undoToken({ id: proof.challenge.challengeId, userId, channel });
      const hours = Math.round(parts.policy.contact.undo / 3_600);
      return { ...words, hours, undo: `${parts.siteOrigin}/contact-undo#${token}` };
    }
  }
}
