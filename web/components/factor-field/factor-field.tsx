import { factorWords } from "../../words/factor.ts";
import { useWords } from "../../words/words.ts";
import { Button } from "../button/button.tsx";
import { digitsOf } from "../code-field/digits-of.ts";
import { describedBy, Field } from "../field/field.tsx";

interface FactorFieldProps {
  readonly id: string;
  readonly value: string;
  readonly onInput: (code: string) => void;
  readonly error?: string | undefined;
  /** Give both where a recovery code does as well. */
  readonly recovery?: boolean;
  readonly onRecoveryChange?: (recovery: boolean) => void;
  readonly describedBy?: string;
}

/** A code of the second factor (M63): six digits of the app, or a recovery code where the phone is not at hand. */
export function FactorField(props: FactorFieldProps) {
  const { id, value, onInput, error, recovery = false, onRecoveryChange } = props;
  const words = useWords(factorWords);
  const label = recovery ? words.recovery : words.app;
  const hint = recovery ? words.recoveryHint : words.appHint;
  const shared = {
    id,
    name: id,
    value,
    "aria-invalid": error ? ("true" as const) : undefined,
    "aria-describedby": describedBy({ id, label, hint, error }, props.describedBy),
  };
  return (
    <div class="factor-field">
      <Field id={id} label={label} hint={hint} error={error}>
        {recovery ? (
          <input
            class="input input--recovery"
            {...shared}
            key="recovery"
            autocomplete="off"
            autocapitalize="characters"
            autocorrect="off"
            spellcheck={false}
            onInput={(event) => onInput(event.currentTarget.value.trim())}
          />
        ) : (
          <input
            class="input input--code"
            {...shared}
            key="app"
            inputMode="numeric"
            autocomplete="one-time-code"
            onInput={(event) => {
              const digits = digitsOf(event.currentTarget.value);
              // Also when nothing changed for the parent: the extra characters must leave the input.
              event.currentTarget.value = digits;
              onInput(digits);
            }}
          />
        )}
      </Field>
      {onRecoveryChange && (
        <Button
          kind="quiet"
          onClick={() => {
            onInput("");
            onRecoveryChange(!recovery);
          }}
        >
          {recovery ? words.useApp : words.useRecovery}
        </Button>
      )}
    </div>
  );
}
