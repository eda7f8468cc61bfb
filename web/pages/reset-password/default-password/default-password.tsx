import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { trimSpaces } from "../../../../functions/person/text.ts";
import { call } from "../../../api.ts";
import { ButtonLink } from "../../../components/button/button.tsx";
import { CaptchaSubmit } from "../../../components/captcha-submit/captcha-submit.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { PasswordField } from "../../../components/password-field/password-field.tsx";
import { usePress } from "../../../use-press.ts";
import { recoveryWords } from "../../../words/recovery.ts";
import { defaultPasswordWords, resetPasswordWords } from "../../../words/reset-password.ts";
import { useWords } from "../../../words/words.ts";
import { AccountField } from "../account-field.tsx";
import { forgetTyped, useTyped } from "../typed.ts";
import { useCaptchaPart } from "../use-captcha-part.ts";
import { WayFrame } from "../way-frame.tsx";

/** 使用預設密碼重設 (M49): account, the school's default password and captcha; then 重設密碼. */
export function ResetByDefaultPassword() {
  const ways = useWords(resetPasswordWords);
  const words = useWords(defaultPasswordWords);
  const shared = useWords(recoveryWords);
  const { route } = useLocation();
  const press = usePress();
  const { captcha, missing, refused } = useCaptchaPart("reset-password");
  const [accountName, setAccountName] = useTyped("account");
  const [defaultPassword, setDefaultPassword] = useState("");

  const found = () => [
    ...(trimSpaces(accountName) === "" ? [{ id: "account", text: shared.needAccount }] : []),
    ...(trimSpaces(defaultPassword) === "" ? [{ id: "default-password", text: words.needDefaultPassword }] : []),
    ...missing(),
  ];
  const submit = () =>
    press.submit(found(), async () => {
      if (!captcha.answer) return undefined;
      const outcome = await call("POST /api/reset-password/default-password", {
        accountName: trimSpaces(accountName),
        defaultPassword: trimSpaces(defaultPassword),
        captcha: captcha.answer,
      });
      if (!outcome.ok) return refused(outcome.problem);
      forgetTyped();
      route("/reset-password/new");
      return undefined;
    });
  return (
    <WayFrame title={ways.byDefaultPassword} lead={words.lead} backHref="/reset-password" press={press}>
      <Form onSubmit={submit}>
        <AccountField value={accountName} onInput={setAccountName} error={press.errorOf("account")} />
        <PasswordField
          id="default-password"
          label={words.defaultPassword}
          value={defaultPassword}
          onInput={setDefaultPassword}
          autoComplete="off"
          error={press.errorOf("default-password")}
        />
        <CaptchaSubmit captcha={captcha} press={press} label={words.submit} />
      </Form>
      <div class="actions">
        <ButtonLink href="/forgot-account" kind="quiet">
          {shared.forgotAccount}
        </ButtonLink>
        <ButtonLink href="/reset-password" kind="quiet">
          {shared.otherWays}
        </ButtonLink>
      </div>
    </WayFrame>
  );
}
