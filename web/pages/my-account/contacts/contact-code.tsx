import { useRef, useState } from "preact/hooks";
import { call } from "../../../api.ts";
import { Button } from "../../../components/button/button.tsx";
import { CodeField } from "../../../components/code-field/code-field.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { useProofAgain } from "../../../components/proof-again/use-proof-again.ts";
import { usePress } from "../../../use-press.ts";
import { errorSentence } from "../../../words/first-errors.ts";
import { useLanguage } from "../../../words/language.tsx";
import { contactStepWords } from "../../../words/my-contacts.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { type Attempt, attemptFor } from "../../apply/code/attempt.ts";
import { AccountFrame } from "../account-frame.tsx";
import type { SentCode } from "./contact-change.tsx";

export type Channel = "email" | "sms";

interface ContactCodeProps {
  readonly channel: Channel;
  readonly value: string;
  readonly sent: SentCode;
  readonly onSent: (sent: SentCode) => void;
  /** 修改: back to what was typed. */
  readonly onChange: () => void;
  readonly onSaved: (value: string) => void;
}

/** The code that came to the new contact, then 儲存變更. A repeat of a press that was never answered is the same try. */
export function ContactCode({ channel, value, sent, onSent, onChange, onSaved }: ContactCodeProps) {
  const words = useWords(contactStepWords);
  const say = useSay();
  const { language } = useLanguage();
  const press = usePress();
  const proof = useProofAgain();
  const [code, setCode] = useState("");
  const [sending, setSending] = useState(false);
  const [repeats, setRepeats] = useState(0);
  const attempt = useRef<Attempt | undefined>(undefined);

  const resend = async () => {
    setSending(true);
    const outcome = await proof.freshly(() => call("POST /api/my-account/contacts/code", { channel, value, language }));
    setSending(false);
    if (!outcome) return;
    if (!outcome.ok) return press.refuse({ problem: outcome.problem });
    const { masked, expiresIn, resendIn } = outcome.answer;
    onSent({ masked, expiresAt: Date.now() + expiresIn * 1_000, resendAt: Date.now() + resendIn * 1_000 });
    setRepeats((count) => count + 1);
  };
  const save = () =>
    press.submit(code.length === 6 ? [] : [{ id: "code", text: words.missing }], async () => {
      const tried = attemptFor(code, attempt.current);
      attempt.current = tried;
      const body = { channel, value, code, attempt: tried.id, language };
      const outcome = await proof.freshly(() => call("POST /api/my-account/contacts", body));
      if (!outcome) return undefined;
      const answered = outcome.ok || (outcome.problem.status > 0 && outcome.problem.status < 500);
      attempt.current = { ...tried, answered };
      if (outcome.ok) {
        onSaved(outcome.answer.value);
        return undefined;
      }
      if (outcome.problem.code !== "code-wrong") return { problem: outcome.problem };
      return { errors: [{ id: "code", text: say(errorSentence("code-wrong")) }] };
    });
  return (
    <AccountFrame
      title={words.enter}
      lead={words.sentLead}
      backHref="/my-account/contacts"
      focusKey="code"
      press={press}
      proof={proof}
    >
      <div class="actions">
        <b translate={false}>{value}</b>
        <Button kind="quiet" onClick={onChange}>
          {words.change}
        </Button>
      </div>
      <Form onSubmit={() => void save()}>
        <CodeField
          id="code"
          value={code}
          onInput={setCode}
          error={press.errorOf("code")}
          sentTo={[{ channel, masked: sent.masked, state: "accepted" }]}
          expiresAt={sent.expiresAt}
          resendAt={sent.resendAt}
          onResend={() => void resend()}
          resending={sending}
        />
        <p class="visually-hidden" role="status">
          {repeats > 0 && !sending && words.sentAgain}
        </p>
        <div class="actions">
          <Button type="submit" kind="primary" busy={press.busy}>
            {words.save}
          </Button>
        </div>
      </Form>
    </AccountFrame>
  );
}
