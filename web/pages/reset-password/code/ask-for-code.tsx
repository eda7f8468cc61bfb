import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { trimSpaces } from "../../../../functions/person/text.ts";
import { call } from "../../../api.ts";
import { ButtonLink } from "../../../components/button/button.tsx";
import { CaptchaSubmit } from "../../../components/captcha-submit/captcha-submit.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { usePress } from "../../../use-press.ts";
import { useLanguage } from "../../../words/language.tsx";
import { recoveryCodeWords, recoveryWords } from "../../../words/recovery.ts";
import { useWords } from "../../../words/words.ts";
import { AccountField } from "../account-field.tsx";
import { baseOf, captchaFormOf, type RecoveryPurpose } from "../recovery.ts";
import { useTyped } from "../typed.ts";
import { useCaptchaPart } from "../use-captcha-part.ts";
import { WayFrame } from "../way-frame.tsx";
import { recallSent, rememberSent } from "./sent.ts";

interface AskForCodeProps {
  readonly purpose: RecoveryPurpose;
  readonly title: string;
}

/** 教育雲端帳號 and captcha, then 傳送認證碼. Asking again begins here too: each sending needs a captcha of its own. */
export function AskForCode({ purpose, title }: AskForCodeProps) {
  const words = useWords(recoveryCodeWords);
  const shared = useWords(recoveryWords);
  const { language } = useLanguage();
  const { route } = useLocation();
  const press = usePress();
  const { captcha, missing, refused } = useCaptchaPart(captchaFormOf[purpose]);
  const [accountName, setAccountName] = useTyped("account");
  const [sentBefore] = useState(() => recallSent(purpose));
  const base = baseOf[purpose];

  const found = () => [
    ...(trimSpaces(accountName) === "" ? [{ id: "account", text: shared.needAccount }] : []),
    ...missing(),
  ];
  const send = () =>
    press.submit(found(), async () => {
      if (!captcha.answer) return undefined;
      const outcome = await call("POST /api/verify-code/send", {
        purpose,
        accountName: trimSpaces(accountName),
        captcha: captcha.answer,
        language,
      });
      if (!outcome.ok) return refused(outcome.problem);
      const { expiresIn, resendIn } = outcome.answer;
      const now = Date.now();
      rememberSent(purpose, { expiresAt: now + expiresIn * 1_000, resendAt: now + resendIn * 1_000 });
      route(`${base}/code/enter`);
      return undefined;
    });
  return (
    <WayFrame title={title} lead={words.lead} backHref={base} press={press}>
      <Form onSubmit={send}>
        <AccountField value={accountName} onInput={setAccountName} error={press.errorOf("account")} />
        <CaptchaSubmit captcha={captcha} press={press} label={words.send}>
          {sentBefore && <ButtonLink href={`${base}/code/enter`}>{words.haveCode}</ButtonLink>}
        </CaptchaSubmit>
      </Form>
      <div class="actions">
        <ButtonLink href="/forgot-account" kind="quiet">
          {shared.forgotAccount}
        </ButtonLink>
        <ButtonLink href={base} kind="quiet">
          {shared.otherWays}
        </ButtonLink>
      </div>
    </WayFrame>
  );
}
