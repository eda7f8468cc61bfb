import { useState } from "preact/hooks";
import { parseEmail } from "../../../../functions/person/email.ts";
import { trimSpaces } from "../../../../functions/person/text.ts";
import { call } from "../../../api.ts";
import { CaptchaSubmit } from "../../../components/captcha-submit/captcha-submit.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { TextField } from "../../../components/text-field/text-field.tsx";
import { usePress } from "../../../use-press.ts";
import { useLanguage } from "../../../words/language.tsx";
import { resendWords } from "../../../words/public-activation.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { useCaptchaPart } from "../../reset-password/use-captcha-part.ts";
import { WayFrame } from "../../reset-password/way-frame.tsx";
import { fieldErrors, refusedSentences } from "../field-errors.ts";
import { registerAddresses } from "../rules/register-pages.ts";
import { MailSent } from "./mail-sent.tsx";

/** 重發驗證信 (M20): one answer for every address (T04). */
export function PublicResend() {
  const words = useWords(resendWords);
  const say = useSay();
  const { language } = useLanguage();
  const { captcha, missing, refused } = useCaptchaPart("public-register");
  const press = usePress();
  const [email, setEmail] = useState("");
  const [sent, setSent] = useState<{ readonly resendAt: number }>();

  const found = () => {
    const parsed = parseEmail(email);
    return [...fieldErrors(parsed.ok ? {} : { email: parsed.reason }, say), ...missing()];
  };
  const send = () =>
    press.submit(found(), async () => {
      if (!captcha.answer) return undefined;
      const body = { email: trimSpaces(email), language, captcha: captcha.answer };
      const outcome = await call("POST /api/public/resend", body);
      if (!outcome.ok) return refused(outcome.problem, refusedSentences(outcome.problem, say));
      captcha.renew();
      setSent({ resendAt: Date.now() + outcome.answer.resendIn * 1_000 });
      return undefined;
    });
  if (sent) return <MailSent resendAt={sent.resendAt} onAgain={() => setSent(undefined)} />;
  return (
    <WayFrame title={words.title} lead={words.lead} backHref="/sign-in" press={press}>
      <Form onSubmit={() => void send()}>
        <TextField
          id="email"
          label={words.email}
          type="email"
          autoComplete="username"
          value={email}
          onInput={setEmail}
          error={press.errorOf("email")}
        />
        <CaptchaSubmit captcha={captcha} press={press} label={words.submit} />
      </Form>
      <p>
        {words.nobody}{" "}
        <a class="tap" href={registerAddresses.consent}>
          {words.register}
        </a>
      </p>
      <p>
        {words.school}{" "}
        <a class="tap" href="/apply">
          {words.apply}
        </a>
      </p>
    </WayFrame>
  );
}
