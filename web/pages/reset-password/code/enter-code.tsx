import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { Button } from "../../../components/button/button.tsx";
import { CodeField } from "../../../components/code-field/code-field.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { usePress } from "../../../use-press.ts";
import { recoveryCodeWords } from "../../../words/recovery.ts";
import { useWords } from "../../../words/words.ts";
import { CodeCaptcha } from "../../apply/code/code-captcha.tsx";
import { checkFor, useCodeCheck } from "../../apply/code/use-code-check.ts";
import { baseOf, type RecoveryPurpose } from "../recovery.ts";
import { forgetTyped } from "../typed.ts";
import { WayFrame } from "../way-frame.tsx";
import { forgetSent, recallSent } from "./sent.ts";

/** The six digits, then 開始驗證. Whether there is such an account is told to nobody, so the same stands here for every name. */
export function EnterCode({ purpose }: { readonly purpose: RecoveryPurpose }) {
  const words = useWords(recoveryCodeWords);
  const { route } = useLocation();
  const press = usePress();
  const { code, setCode, needsCaptcha, captcha, found, check } = useCodeCheck(checkFor(purpose));
  const [sent] = useState(() => recallSent(purpose));
  const base = baseOf[purpose];

  // No code was asked for in this browser, or it is long dead.
  useEffect(() => {
    if (!sent) route(`${base}/code`, true);
  }, [sent]);
  if (!sent) return null;

  const start = () =>
    press.submit(found(words.missing), async () => {
      const refused = await check();
      if (refused) return refused;
      forgetSent(purpose);
      forgetTyped();
      route(`${base}/new`, true);
      return undefined;
    });
  return (
    <WayFrame title={words.enter} lead={words.sent} backHref={`${base}/code`} press={press}>
      <p>{words.sentWhy}</p>
      <Form onSubmit={start}>
        <CodeField
          id="code"
          value={code}
          onInput={setCode}
          error={press.errorOf("code")}
          sentTo={[]}
          expiresAt={sent.expiresAt}
          resendAt={sent.resendAt}
          onResend={() => route(`${base}/code`)}
        />
        {needsCaptcha && <CodeCaptcha captcha={captcha} error={press.errorOf("captcha")} />}
        <div class="actions">
          <Button type="submit" kind="primary" busy={press.busy}>
            {words.start}
          </Button>
        </div>
      </Form>
    </WayFrame>
  );
}
