import { useEffect, useState } from "preact/hooks";
import type { PasswordRules } from "../../../../functions/contract/policy.ts";
import type { Problem } from "../../../api.ts";
import { Button } from "../../../components/button/button.tsx";
import { useSecondsUntil } from "../../../components/code-field/use-seconds-until.ts";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { Page } from "../../../components/page/page.tsx";
import { passwordChecks } from "../../../components/password-field/password-checks.ts";
import { SummaryList } from "../../../components/summary-list/summary-list.tsx";
import { refusedBy, usePress } from "../../../use-press.ts";
import { spanOf } from "../../../words/parts.ts";
import { recoveryWords } from "../../../words/recovery.ts";
import { newPasswordWords } from "../../../words/reset-password.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { accountErrors, spoken } from "../../apply/account/account-errors.ts";
import { checkNewPassword } from "../../apply/rules/account-check.ts";
import { AccountText } from "./account-text.tsx";
import { NewPasswordFields } from "./new-password-fields.tsx";

export interface PasswordFormProps {
  readonly grant: {
    readonly account: string;
    readonly accountName: string;
    readonly name: string;
    readonly passwordRules: PasswordRules;
  };
  /** When the grant is gone, ms since 1970. */
  readonly until: number;
  readonly words: { readonly title: string; readonly before: string; readonly submit: string };
  /** Sends the password. Gives back what the person can mend here; nothing when this page is over, done or not. */
  readonly send: (password: string) => Promise<Problem | undefined>;
  /** The time is up; what was typed goes with the form. */
  readonly onExpire: () => void;
}

/** Account and name, the new password twice, and its button (M50, M55). The passwords live in this form and nowhere else. */
export function PasswordForm({ grant, until, words, send, onExpire }: PasswordFormProps) {
  const own = useWords(newPasswordWords);
  const shared = useWords(recoveryWords);
  const say = useSay();
  const press = usePress();
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const left = useSecondsUntil(until);
  const { account, accountName, name, passwordRules } = grant;
  const { busy } = press;

  useEffect(() => {
    // A press that is on its way is answered by the service, which knows the time better.
    if (left === 0 && !busy) onExpire();
  }, [left, busy]);

  const submit = (event: Event) => {
    event.preventDefault();
    const found = checkNewPassword({ accountName, password, again }, passwordRules, { name });
    void press.submit(spoken(accountErrors(found), say), async () => {
      const problem = await send(password);
      return problem && refusedBy(problem, say);
    });
  };
  const failed = press.errors.length > 0 || press.problem !== undefined;
  return (
    <Page title={words.title} documentTitle={failed ? shared.error(words.title) : words.title} focusKey="open">
      <form class="form form--card" noValidate onSubmit={submit}>
        <ErrorSummary errors={press.errors} problem={press.problem} attempt={press.attempt} />
        <SummaryList
          items={[
            { term: own.account, detail: <AccountText account={account} /> },
            { term: own.name, detail: <span translate={false}>{name}</span> },
          ]}
        />
        <p>{words.before}</p>
        <p>{own.timeLeft(spanOf(left))}</p>
        {/* For password managers: which account the new password belongs to. */}
        <input type="hidden" autocomplete="username" value={accountName} />
        <NewPasswordFields
          words={own}
          password={[password, setPassword]}
          again={[again, setAgain]}
          errorOf={press.errorOf}
          checks={passwordChecks(password, passwordRules, { accountName, name })}
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
