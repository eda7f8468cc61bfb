import { parseEmail } from "../../../../functions/person/email.ts";
import { parseMobile } from "../../../../functions/person/phone.ts";
import { trimSpaces } from "../../../../functions/person/text.ts";
import { call } from "../../../api.ts";
import { Button } from "../../../components/button/button.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { useProofAgain } from "../../../components/proof-again/use-proof-again.ts";
import { SummaryList } from "../../../components/summary-list/summary-list.tsx";
import { TextField } from "../../../components/text-field/text-field.tsx";
import { usePress } from "../../../use-press.ts";
import { emailWords, mobileWords } from "../../../words/fields.ts";
import { useLanguage } from "../../../words/language.tsx";
import { contactChangeWords, contactStepWords } from "../../../words/my-contacts.ts";
import { accountEmailWords } from "../../../words/my-details.ts";
import { type Sentence, useSay, useWords } from "../../../words/words.ts";
import { AccountFrame } from "../account-frame.tsx";
import type { SentCode } from "./contact-change.tsx";
import type { Channel } from "./contact-code.tsx";
import { contactRefused } from "./contact-refused.ts";

interface ContactFormProps {
  readonly channel: Channel;
  readonly present: string | undefined;
  /** Somebody gets a mail from which it can be undone. */
  readonly isTold: boolean;
  /** The address is what 其他 sign in with (M20). */
  readonly isAccount: boolean;
  readonly typed: string;
  readonly onInput: (typed: string) => void;
  readonly onSent: (sent: SentCode) => void;
}

/** The rule of a contact without the service (M18): the same as when applying. */
function wrongOf(channel: Channel, typed: string): Sentence | undefined {
  if (channel === "email") {
    const parsed = parseEmail(typed);
    return parsed.ok ? undefined : emailWords[parsed.reason];
  }
  const parsed = parseMobile(typed);
  return parsed.ok ? undefined : mobileWords[parsed.reason];
}

/** The new contact, then 傳送驗證碼: the code goes to the new one, so that nobody writes down a wrong one. */
export function ContactForm({ channel, present, isTold, isAccount, typed, onInput, onSent }: ContactFormProps) {
  const words = useWords(contactStepWords);
  const say = useSay();
  const { language } = useLanguage();
  const press = usePress();
  const proof = useProofAgain();
  const { title, lead, label, hint, told } = contactChangeWords;

  const send = () => {
    const wrong = wrongOf(channel, typed);
    return press.submit(wrong ? [{ id: "contact", text: say(wrong) }] : [], async () => {
      const body = { channel, value: trimSpaces(typed), language };
      const outcome = await proof.freshly(() => call("POST /api/my-account/contacts/code", body));
      if (!outcome) return undefined;
      if (!outcome.ok) return contactRefused(outcome.problem, channel, say);
      const { masked, expiresIn, resendIn } = outcome.answer;
      onSent({ masked, expiresAt: Date.now() + expiresIn * 1_000, resendAt: Date.now() + resendIn * 1_000 });
      return undefined;
    });
  };
  return (
    <AccountFrame
      title={say(title[channel])}
      lead={say(lead[channel])}
      backHref="/my-account/contacts"
      focusKey="form"
      press={press}
      proof={proof}
    >
      <SummaryList
        items={[
          {
            term: say(contactChangeWords.present[channel]),
            detail: present ? <span translate={false}>{present}</span> : words.present,
          },
        ]}
        compact
      />
      <Form onSubmit={() => void send()}>
        <TextField
          id="contact"
          label={say(label[channel])}
          hint={say(hint[channel])}
          type={channel === "email" ? "email" : "tel"}
          autoComplete={channel === "email" ? "email" : "tel-national"}
          name={channel === "email" ? "email" : "mobile"}
          plain
          value={typed}
          onInput={onInput}
          error={press.errorOf("contact")}
        />
        {(isTold || isAccount) && (
          <Notice>
            {isAccount && <p>{say(accountEmailWords.change)}</p>}
            {isTold && <p>{say(told[channel])}</p>}
          </Notice>
        )}
        <div class="actions">
          <Button type="submit" kind="primary" busy={press.busy}>
            {words.send}
          </Button>
        </div>
      </Form>
    </AccountFrame>
  );
}
