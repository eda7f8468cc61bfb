import { useState } from "preact/hooks";
import type { PasswordContext } from "../../../functions/person/password.ts";
import { passwordChecks } from "../../components/password-field/password-checks.ts";
import { PasswordField } from "../../components/password-field/password-field.tsx";
import { accountWords } from "../../words/apply-account.ts";
import { useWords } from "../../words/words.ts";
import { usePasswordRules } from "./password-rules.ts";
import { useTyped } from "./typed.ts";
import type { Step } from "./use-step.ts";

interface PasswordPairProps {
  readonly step: Step;
  /** What is known of the person and must not be in the password. */
  readonly context: PasswordContext;
}

/** 密碼 and 再次輸入密碼 (M17): one eye shows both, the rule is ticked off while one types. */
export function PasswordPair({ step, context }: PasswordPairProps) {
  const words = useWords(accountWords);
  const passwordRules = usePasswordRules();
  const [password, setPassword] = useTyped("password");
  const [again, setAgain] = useTyped("again");
  const [shown, setShown] = useState(false);
  return (
    <>
      <PasswordField
        id="password"
        label={words.password}
        value={password}
        onInput={setPassword}
        autoComplete="new-password"
        shown={shown}
        onShownChange={setShown}
        error={step.errorOf("password")}
        checks={passwordChecks(password, passwordRules, context)}
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
        error={step.errorOf("again")}
      />
    </>
  );
}
