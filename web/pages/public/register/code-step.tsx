import { useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { call, type ProblemCode } from "../../../api.ts";
import { Button } from "../../../components/button/button.tsx";
import { CodeField } from "../../../components/code-field/code-field.tsx";
import { useSecondsUntil } from "../../../components/code-field/use-seconds-until.ts";
import { Notice } from "../../../components/notice/notice.tsx";
import { PasswordField } from "../../../components/password-field/password-field.tsx";
import { usePress } from "../../../use-press.ts";
import { useLanguage } from "../../../words/language.tsx";
import { pictureAgainWords, publicCodeWords } from "../../../words/public-activation.ts";
import { useWords } from "../../../words/words.ts";
import { CodeCaptcha } from "../../apply/code/code-captcha.tsx";
import { useCodeCheck } from "../../apply/code/use-code-check.ts";
import { registerAddresses } from "../rules/register-pages.ts";
import { PictureAgain } from "./picture-again.tsx";
import { RegisterFrame } from "./register-frame.tsx";
import type { Registration, RegistrationState } from "./use-registration.ts";

interface CodeStepProps {
  readonly registration: Registration;
  readonly refresh: RegistrationState["refresh"];
  /** As it was typed on the form; empty after a reload. */
  readonly known: string;
  /** Why the picture was not taken, or that another one was. */
  readonly picture: ProblemCode | "sent" | undefined;
  readonly onPicture: (refused: ProblemCode | undefined) => void;
  /** With the account in full, as nobody is told it later. */
  readonly onActivated: (account: string) => void;
}

/** 收信啟用 (M20): the code of the mail in the browser that registered, with the password of the registration. */
export function CodeStep({ registration, refresh, known, picture, onPicture, onActivated }: CodeStepProps) {
  const words = useWords(publicCodeWords);
  const pictures = useWords(pictureAgainWords);
  const { language } = useLanguage();
  const { route } = useLocation();
  const press = usePress();
  const [asksPassword, setAsksPassword] = useState(known === "");
  const [typed, setTyped] = useState("");
  const [sending, setSending] = useState(false);
  const [repeats, setRepeats] = useState(0);
  const left = useSecondsUntil(registration.expiresAt);
  const account = useRef("");
  const password = asksPassword ? typed : known;
  const { code, setCode, needsCaptcha, captcha, found, check } = useCodeCheck(async (tried) => {
    const outcome = await call("POST /api/public/activate", { ...tried, password, language });
    if (outcome.ok) account.current = outcome.answer.account;
    return outcome;
  });

  const activate = async () => {
    const refused = await check();
    if (!refused) {
      onActivated(account.current);
      await refresh();
      route(registerAddresses.done, true);
      return undefined;
    }
    if (refused.problem?.code === "password-wrong") {
      setAsksPassword(true);
      return { errors: [{ id: "password", text: words.passwordWrong }] };
    }
    // It may be active by the link already, or worth nothing any more: then another page stands here.
    await refresh();
    return refused;
  };
  const missing = () => [
    ...found(words.codeMissing),
    ...(password === "" ? [{ id: "password", text: words.passwordMissing }] : []),
  ];
  const resend = async () => {
    setSending(true);
    const outcome = await call("POST /api/public/resend", { language });
    await refresh();
    setSending(false);
    if (outcome.ok) setRepeats((count) => count + 1);
    else await press.refuse({ problem: outcome.problem });
  };
  const email = registration.email ?? "";
  return (
    <RegisterFrame
      page="code"
      question={words.question}
      lead={words.lead}
      backHref={registerAddresses.form}
      press={press}
      onSubmit={() => void press.submit(missing(), activate)}
      above={
        picture === "sent" ? (
          <Notice kind="success" announce>
            <p>{pictures.sent}</p>
          </Notice>
        ) : (
          picture && <PictureAgain refused={picture} onSent={onPicture} />
        )
      }
    >
      <CodeField
        id="code"
        value={code}
        onInput={setCode}
        error={press.errorOf("code")}
        sentTo={[{ channel: "email", masked: email, state: "accepted" }]}
        expiresAt={registration.codeExpiresAt}
        resendAt={registration.resendAt}
        onResend={() => void resend()}
        resending={sending}
      />
      <p class="visually-hidden" role="status">
        {repeats > 0 && !sending && words.sentAgain}
      </p>
      {asksPassword && (
        <PasswordField
          id="password"
          label={words.password}
          hint={words.passwordHint}
          value={typed}
          onInput={setTyped}
          autoComplete="current-password"
          error={press.errorOf("password")}
        />
      )}
      {needsCaptcha && <CodeCaptcha captcha={captcha} error={press.errorOf("captcha")} />}
      <div class="actions">
        <Button type="submit" kind="primary" busy={press.busy}>
          {words.submit}
        </Button>
      </div>
      <p>{words.byLink(left)}</p>
      <p>
        {words.otherAddress}{" "}
        <a class="tap" href={registerAddresses.form}>
          {words.otherAddressLink}
        </a>
      </p>
    </RegisterFrame>
  );
}
