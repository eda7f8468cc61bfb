import type { PasswordContext } from "../../../functions/person/password.ts";
import { passwordChecks } from "../../components/password-field/password-checks.ts";
import { accountWords } from "../../words/apply-account.ts";
import { useWords } from "../../words/words.ts";
import { NewPasswordFields } from "../reset-password/new/new-password-fields.tsx";
import { usePasswordRules } from "./password-rules.ts";
import { useTyped } from "./typed.ts";
import type { Step } from "./use-step.ts";

interface PasswordPairProps {
  readonly step: Step;
  /** What is known of the person and must not be in the password. */
  readonly context: PasswordContext;
}

/** 密碼 and 再次輸入密碼 (M17), kept until the application is sent. */
export function PasswordPair({ step, context }: PasswordPairProps) {
  const password = useTyped("password");
  return (
    <NewPasswordFields
      words={useWords(accountWords)}
      password={password}
      again={useTyped("again")}
      errorOf={step.errorOf}
      checks={passwordChecks(password[0], usePasswordRules(), context)}
    />
  );
}
