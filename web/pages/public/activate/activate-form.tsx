import { useState } from "preact/hooks";
import { call } from "../../../api.ts";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { Page } from "../../../components/page/page.tsx";
import { PasswordField } from "../../../components/password-field/password-field.tsx";
import { SummaryList } from "../../../components/summary-list/summary-list.tsx";
import { usePress } from "../../../use-press.ts";
import { useLanguage } from "../../../words/language.tsx";
import { activationWords, publicCodeWords } from "../../../words/public-activation.ts";
import { publicWords } from "../../../words/public-registration.ts";
import { useWords } from "../../../words/words.ts";
import { registerAddresses } from "../rules/register-pages.ts";

interface ActivateFormProps {
  readonly token: string;
  /** Masked. */
  readonly email: string;
  readonly onActivated: (account: string) => void;
  readonly onRefused: () => void;
  readonly onGone: () => void;
}

/** 啟用帳號 with the password of the registration, or 不是我 (M20). */
export function ActivateForm({ token, email, onActivated, onRefused, onGone }: ActivateFormProps) {
  const words = useWords(activationWords);
  const fields = useWords(publicCodeWords);
  const shared = useWords(publicWords);
  const { language } = useLanguage();
  const press = usePress(async ({ problem }) => {
    if (problem?.code === "activation-link") onGone();
    return problem?.code === "activation-link";
  });
  const [password, setPassword] = useState("");
  const wrong = (text: string) => [{ id: "password", text }];

  const activate = () =>
    press.submit(password === "" ? wrong(fields.passwordMissing) : [], async () => {
      const outcome = await call("POST /api/public/activate", { token, password, language });
      if (outcome.ok) {
        onActivated(outcome.answer.account);
        return undefined;
      }
      const { problem } = outcome;
      return problem.code === "password-wrong" ? { errors: wrong(fields.passwordWrong) } : { problem };
    });
  const refuse = () =>
    press.submit([], async () => {
      const outcome = await call("POST /api/public/refuse", { token });
      if (!outcome.ok) return { problem: outcome.problem };
      onRefused();
      return undefined;
    });
  return (
    <Page title={words.title} lead={words.lead} focusKey="ask">
      <ErrorSummary errors={press.errors} problem={press.problem} attempt={press.attempt} />
      {press.problem?.code === "account-email-taken" && <Taken />}
      <Form onSubmit={() => void activate()}>
        <SummaryList items={[{ term: words.email, detail: <b translate={false}>{email}</b> }]} />
        <PasswordField
          id="password"
          label={fields.password}
          value={password}
          onInput={setPassword}
          autoComplete="current-password"
          error={press.errorOf("password")}
        />
        <div class="actions">
          <Button type="submit" kind="primary" busy={press.busy}>
            {fields.submit}
          </Button>
        </div>
      </Form>
      <p>
        {words.forgot}{" "}
        <a class="tap" href={registerAddresses.consent}>
          {shared.registerAgain}
        </a>
      </p>
      <section>
        <p id="not-me-about">{words.notMeExplain}</p>
        <div class="actions">
          <Button onClick={() => void refuse()} busy={press.busy} describedBy="not-me-about">
            {words.notMe}
          </Button>
        </div>
      </section>
    </Page>
  );
}

/** Two registrations of one mailbox: the other one was activated first. */
function Taken() {
  const words = useWords(activationWords);
  const shared = useWords(publicWords);
  return (
    <Notice>
      <p>{words.taken}</p>
      <div class="actions">
        <ButtonLink href="/sign-in">{shared.signIn}</ButtonLink>
        <ButtonLink href="/reset-password">{shared.forgotPassword}</ButtonLink>
      </div>
    </Notice>
  );
}
