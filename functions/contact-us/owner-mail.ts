import type { NewCase } from "../ports/cases.ts";
import type { Intent } from "../ports/messages.ts";
import { personInMail } from "./rules/person.ts";

/** To whoever takes care of a case, in their language: what was written, as text (T24). */
export function ownerMail(messageId: string, opened: NewCase, email: string): Intent {
  const { number, category, owner, county, school, content } = opened;
  const place = [county, school?.code, school?.level].filter((part) => part !== undefined).join(" ");
  return {
    messageId,
    attempts: 0,
    states: { email: "waiting" },
    message: {
      kind: "case-for-owner",
      language: "zh-TW",
      email,
      words: {
        number,
        category,
        owner,
        name: content.name,
        contact: content.contact,
        person: personInMail(content.person),
        school: place,
        description: content.description,
      },
    },
  };
}
