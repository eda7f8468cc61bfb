import { useState } from "preact/hooks";
import type { PasswordCheck } from "../../../components/password-field/password-checks.ts";
import { PasswordField } from "../../../components/password-field/password-field.tsx";

/** A value and how it is set, as `useState` gives them: the page decides where the passwords are kept. */
type Typed = readonly [value: string, set: (value: string) => void];

interface NewPasswordFieldsProps {
  readonly words: { readonly password: string; readonly again: string };
  readonly password: Typed;
  readonly again: Typed;
  readonly errorOf: (id: "password" | "again") => string | undefined;
  readonly checks: readonly PasswordCheck[];
}

/** A new password, twice (M17): one eye shows both, the rule is ticked off while one types. */
export function NewPasswordFields({ words, password, again, errorOf, checks }: NewPasswordFieldsProps) {
  const [shown, setShown] = useState(false);
  const both = { autoComplete: "new-password", shown, onShownChange: setShown } as const;
  return (
    <>
      <PasswordField
        id="password"
        label={words.password}
        value={password[0]}
        onInput={password[1]}
        {...both}
        error={errorOf("password")}
        checks={checks}
      />
      <PasswordField
        id="again"
        label={words.again}
        value={again[0]}
        onInput={again[1]}
        {...both}
        eye={false}
        error={errorOf("again")}
      />
    </>
  );
}
