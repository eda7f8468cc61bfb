import { useEffect, useState } from "preact/hooks";
import { call, type Problem } from "../../../api.ts";
import { Button } from "../../../components/button/button.tsx";
import { useSecondsUntil } from "../../../components/code-field/use-seconds-until.ts";
import { ErrorSummary, type FieldError } from "../../../components/error-summary/error-summary.tsx";
import { Page } from "../../../components/page/page.tsx";
import { passwordChecks } from "../../../components/password-field/password-checks.ts";
import { PasswordField } from "../../../components/password-field/password-field.tsx";
import { SummaryList } from "../../../components/summary-list/summary-list.tsx";
import { fieldProblemSentence } from "../../../words/fields.ts";
import { spanOf } from "../../../words/parts.ts";
import { newPasswordWords } from "../../../words/reset-password.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { accountErrors, spoken } from "../../apply/account/account-errors.ts";
import { checkNewPassword } from "../../apply/rules/account-check.ts";
import { AccountText } from "./account-text.tsx";
import { type OpenGrant, refusedAs, type Shown } from "./shown.ts";

interface PasswordFormProps {
  readonly grant: OpenGrant;
  /** When the grant is gone, ms since 1970. */
  readonly until: number;
  /** The form is over: done, out of time, or refused for good. What was typed goes with it. */
  readonly onEnd: (shown: Shown) => void;
}

/** Account and name, the new password twice, 重設密碼 (M50). The passwords live in this form and nowhere else. */
export function PasswordForm({ grant, until, onEnd }: PasswordFormProps) {
  const words = useWords(newPasswordWords);
  const say = useSay();
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [shown, setShown] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);
  const [busy, setBusy] = useState(false);
  const left = useSecondsUntil(until);
  const { account, name, way, passwordRules } = grant;
  const accountName = account.slice(0, account.lastIndexOf("@"));

  useEffect(() => {
    // A press that is on its way is answered by the service, which knows the time better.
    if (left === 0 && !busy) onEnd({ state: "expired" });
  }, [left, busy]);

  const tell = (found: readonly FieldError[], refused?: Problem) => {
    setErrors(found);
    setProblem(refused);
    setAttempt((count) => count + 1);
  };
  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const found = checkNewPassword({ accountName, password, again }, passwordRules, { name });
    tell(spoken(accountErrors(found), say));
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    const outcome = await call("POST /api/reset-password", { password });
    setBusy(false);
    if (outcome.ok) return onEnd({ state: "done", done: { state: "done", account: outcome.answer.account, way } });
    const end = refusedAs(outcome.problem, Date.now());
    if (end) return onEnd(end);
    const [rule] = outcome.problem.fields ?? [];
    if (rule) tell([{ id: rule.field, text: say(fieldProblemSentence(rule.field, rule.problem)) }]);
    else tell([], outcome.problem);
  };

  const errorOf = (id: string) => errors.find((error) => error.id === id)?.text;
  const failed = errors.length > 0 || problem !== undefined;
  return (
    <Page title={words.title} documentTitle={failed ? words.errorTitle : words.title} focusKey="open">
      <form class="form form--card" noValidate onSubmit={submit}>
        <ErrorSummary errors={errors} problem={problem} attempt={attempt} />
        <SummaryList
          items={[
            { term: words.account, detail: <AccountText account={account} /> },
            { term: words.name, detail: <span translate={false}>{name}</span> },
          ]}
        />
        <p>{words.before}</p>
        <p>{words.timeLeft(spanOf(left))}</p>
        {/* For password managers: which account the new password belongs to. */}
        <input type="hidden" autocomplete="username" value={accountName} />
        <PasswordField
          id="password"
          label={words.password}
          value={password}
          onInput={setPassword}
          autoComplete="new-password"
          shown={shown}
          onShownChange={setShown}
          error={errorOf("password")}
          checks={passwordChecks(password, passwordRules, { accountName, name })}
        />
        <PasswordField
          id="again"
          label={words.again}
          value={again}
          onInput={setAgain}
          autoComplete="new-password"
          shown={shown}
          onShownChange={setShown}
          eye={false}
          error={errorOf("again")}
        />
        <div class="actions">
          <Button type="submit" kind="primary" busy={busy}>
            {words.submit}
          </Button>
        </div>
      </form>
    </Page>
  );
}
