import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { call, type Problem } from "../../api.ts";
import { Button, ButtonLink } from "../../components/button/button.tsx";
import { CaptchaField } from "../../components/captcha-field/captcha-field.tsx";
import { useCaptcha } from "../../components/captcha-field/use-captcha.ts";
import { ErrorSummary, type FieldError } from "../../components/error-summary/error-summary.tsx";
import { Notice } from "../../components/notice/notice.tsx";
import { Page } from "../../components/page/page.tsx";
import { PasswordField } from "../../components/password-field/password-field.tsx";
import { TextField } from "../../components/text-field/text-field.tsx";
import { isForApplication, safeReturnTo, withReturnTo } from "../../return-to.ts";
import { useSession } from "../../session.tsx";
import { captchaWords } from "../../words/captcha.ts";
import { firstErrorWords } from "../../words/first-errors.ts";
import { signInWords } from "../../words/sign-in.ts";
import { useSay, useWords } from "../../words/words.ts";

const firstPage = "/my-account";

/** What is said above the form to somebody who was sent here. */
function noteOf(why: string | undefined, returnTo: string | undefined, signedIn: boolean) {
  if (why === "second-factor") return "secondFactor";
  if (why === "start-over") return "startOver";
  if (isForApplication(returnTo)) return signedIn ? "askedAgain" : "forApplication";
  return returnTo && "signInFirst";
}

/** 登入 (M30): account, password, captcha; then back to where the person came from, else 查閱個人資料. */
export function SignIn() {
  const words = useWords(signInWords);
  const captchaText = useWords(captchaWords);
  const say = useSay();
  const { query, route } = useLocation();
  const { session, refresh } = useSession();
  const captcha = useCaptcha("sign-in");
  const [accountName, setAccountName] = useState("");
  const [password, setPassword] = useState("");
  const [shown, setShown] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  // Kept from the start: while the next page is fetched, this one is still here and the address is already the next one.
  const [returnTo] = useState(() => safeReturnTo(query.returnTo));
  const [why] = useState(query.why);

  // Someone who is signed in already has no business here, a second tab or the back button: but for an application that asks again.
  useEffect(() => {
    if (session.state === "in" && !isForApplication(returnTo)) route(returnTo ?? firstPage, true);
  }, [session.state, returnTo, route]);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const empty = [accountName.trim() === "" && "account", password === "" && "password", !captcha.answer && "captcha"];
    setMissing(empty.filter((one) => one !== false));
    setProblem(undefined);
    setAttempt((count) => count + 1);
    if (empty.some(Boolean) || !captcha.answer) return;
    setBusy(true);
    const outcome = await call("POST /api/sign-in", { accountName, password, captcha: captcha.answer });
    if (outcome.ok) {
      if (outcome.answer.next === "two-factor") return route(withReturnTo("/sign-in/two-factor", returnTo), true);
      await refresh();
      return route(returnTo ?? firstPage, true);
    }
    setBusy(false);
    setProblem(outcome.problem);
    setAttempt((count) => count + 1);
    if (outcome.problem.code === "proof-of-work-required") captcha.chooseWork();
    else captcha.renew();
  };

  const captchaMissing = captcha.mode === "work" ? captchaText.needWork : captchaText.needDigits;
  const texts: Record<string, string> = {
    account: words.needAccount,
    password: words.needPassword,
    captcha: problem?.code === "captcha-wrong" ? say(firstErrorWords["captcha-wrong"]) : captchaMissing,
  };
  const wrong = problem?.code === "captcha-wrong" ? ["captcha"] : missing;
  const errors: FieldError[] = wrong.map((id) => ({ id, text: texts[id] ?? "" }));
  const errorOf = (id: string) => (wrong.includes(id) ? texts[id] : undefined);
  const general = problem?.code === "captcha-wrong" ? undefined : problem;
  const failed = errors.length > 0 || general !== undefined;
  const note = noteOf(why, returnTo, session.state === "in");
  return (
    <Page title={words.title} documentTitle={failed ? words.errorTitle : words.title}>
      <form class="form form--card" noValidate onSubmit={submit}>
        <ErrorSummary errors={errors} problem={general} attempt={attempt} />
        {note && !failed && <Notice>{words[note]}</Notice>}
        <TextField
          id="account"
          label={words.account}
          hint={words.accountHint}
          error={errorOf("account")}
          value={accountName}
          onInput={setAccountName}
          autoComplete="username"
          name="username"
          plain
        />
        <PasswordField
          id="password"
          label={words.password}
          error={errorOf("password")}
          value={password}
          onInput={setPassword}
          autoComplete="current-password"
          shown={shown}
          onShownChange={setShown}
        />
        <CaptchaField id="captcha" captcha={captcha} error={errorOf("captcha")} />
        <div class="actions">
          <Button kind="primary" type="submit" busy={busy}>
            {words.submit}
          </Button>
        </div>
      </form>
      <div class="actions">
        <ButtonLink href={withReturnTo("/sign-in/county", returnTo)}>{words.county}</ButtonLink>
      </div>
      <ul class="links">
        {(
          [
            ["/reset-password", words.forgotPassword],
            ["/activate", words.activate],
            ["/forgot-account", words.forgotAccount],
            ["/public/resend", words.resend],
          ] as const
        ).map(([href, name]) => (
          <li key={href}>
            <a class="tap" href={href}>
              {name}
            </a>
          </li>
        ))}
        <li>
          {words.noAccount}{" "}
          <a class="tap" href="/apply">
            {words.apply}
          </a>
        </li>
        <li>
          <a class="tap" href="/contact-us">
            {words.help}
          </a>
        </li>
      </ul>
    </Page>
  );
}
