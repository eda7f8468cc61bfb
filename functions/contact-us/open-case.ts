import type { RequestOf } from "../contract/routes.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { isPersonName } from "../person/name.ts";
import { trimSpaces } from "../person/text.ts";
import type { Captchas } from "../ports/captchas.ts";
import type { CaseMessages, Cases, NewCase, OwnerAddresses } from "../ports/cases.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Keys } from "../ports/keys.ts";
import type { Delivery } from "../ports/messages.ts";
import type { Metrics } from "../ports/metrics.ts";
import { ownerNotice } from "../ports/owner-notice.ts";
import { ownerMail } from "./owner-mail.ts";
import { type Contact, contactOf } from "./rules/contact.ts";
import { caseCode, caseCodeBytes, caseNumber, caseNumberBytes } from "./rules/numbers.ts";
import { ownerOf } from "./rules/owner.ts";

interface Parts {
  readonly captchas: Captchas;
  readonly cases: Cases;
  readonly owners: OwnerAddresses;
  readonly delivery: Delivery;
  readonly metrics: Metrics;
  readonly keys: Keys;
  readonly ids: Ids;
  readonly clock: Clock;
}

type Written = RequestOf<"POST /api/cases">;

/** Two cases of one day meet once in 2³⁰ pairs: three numbers in a row that are taken are a fault, not chance. */
const mostNumbers = 3;

/**
 * 聯絡我們 (M70): what can be judged by itself is judged first; then captcha, limits, case and messages are one transaction (T14, T13).
 * The case is opened whether or not its messages go out now: what waits is swept up.
 */
export function openCase(parts: Parts): Action<"POST /api/cases"> {
  const { captchas, cases, keys, ids, clock, delivery, metrics } = parts;
  return async ({ body, client, language }) => {
    const contact = judge(body);
    const captcha = await captchas.check("contact-us", body.captcha);
    if (!captcha.right) {
      await captchas.redeem("contact-us", body.captcha);
      throw new Problem("captcha-wrong");
    }
    const from = { client: await keys.mac("limit", client.network), fromSchool: client.fromSchool, captcha };
    for (let numbers = 0; numbers < mostNumbers; numbers += 1) {
      const number = caseNumber(clock.now(), ids.bytes(caseNumberBytes));
      const opened = newCase(body, number, caseCode(ids.bytes(caseCodeBytes)), language);
      const messages = await messagesOf(opened, contact);
      const outcome = await cases.open(opened, from, messages);
      if (outcome.kind === "captcha-used") throw new Problem("captcha-wrong");
      if (outcome.kind === "too-many-tries") throw new Problem("too-many-tries", { retryAfter: 3_600 });
      if (outcome.kind === "number-taken") continue;
      metrics.count("CaseOpened");
      const { toOwner, toSender } = messages;
      const written = outcome.mailed ? [toOwner, toSender] : [toOwner];
      await Promise.all(written.map((intent) => delivery.send(intent).catch(() => undefined)));
      return { body: { number, code: opened.code, mailed: outcome.mailed } };
    }
    throw new Error("no free case number was found");
  };

  async function messagesOf(opened: NewCase, contact: Contact & { ok: true }): Promise<CaseMessages> {
    const { number, code, owner, county, school, content } = opened;
    const address = await parts.owners.of(owner, { county, school: school?.code });
    return {
      toOwner: ownerMail(ids.id(), opened, address),
      toSender: ownerNotice({
        messageId: ids.id(),
        kind: "case-opened",
        language: content.language,
        words: { number, code },
        ...("email" in contact ? { email: contact.email } : { mobile: contact.mobile }),
      }),
    };
  }
}

/** Throws the Problem of what is wrong in the form; gives the contact as it can be written to. */
function judge({ name, contact: typed, description }: Written): Contact & { ok: true } {
  const refuse = (code: "name-rule" | "contact-rule" | "bad-request", field: string, problem: string) =>
    new Problem(code, { fields: [{ field, problem }] });
  if (!isPersonName(name)) throw refuse("name-rule", "name", "characters");
  const contact = contactOf(typed);
  if (!contact.ok) throw refuse("contact-rule", "contact", contact.reason);
  if (description.trim() === "") throw refuse("bad-request", "description", "empty");
  return contact;
}

function newCase(written: Written, number: string, code: string, language: "zh-TW" | "en"): NewCase {
  const { category, county, school, person, name, contact, description } = written;
  return {
    number,
    code,
    category,
    owner: ownerOf(category, { county, school: school?.code }),
    ...(county === undefined ? {} : { county }),
    ...(school === undefined ? {} : { school }),
    content: { person, name: trimSpaces(name), contact: trimSpaces(contact), description, language },
  };
}
