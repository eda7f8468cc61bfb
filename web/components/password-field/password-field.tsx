import { useState } from "preact/hooks";
import { passwordWords } from "../../words/password.ts";
import { useSay, useWords } from "../../words/words.ts";
import { describedBy, Field, type FieldProps } from "../field/field.tsx";
import { Icon } from "../icon/icon.tsx";
import type { PasswordCheck } from "./password-checks.ts";

interface PasswordFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly autoComplete: "current-password" | "new-password" | "off";
  /** Give both when one eye shows two fields (M17); else the field keeps its own. */
  readonly shown?: boolean;
  readonly onShownChange?: (shown: boolean) => void;
  /** False for the second of two fields that share an eye. */
  readonly eye?: boolean;
  /** The rule, ticked off while one types: from `passwordChecks` of `password-checks.ts`. */
  readonly checks?: readonly PasswordCheck[];
}

/** A password, with an eye that shows it. Pasting works, and nothing is cut. */
export function PasswordField(props: PasswordFieldProps) {
  const words = useWords(passwordWords);
  const { id, value, onInput, autoComplete, eye = true, checks } = props;
  const [ownShown, setOwnShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const shown = props.shown ?? ownShown;
  const show = props.onShownChange ?? setOwnShown;
  const noticeCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState?.("CapsLock") ?? false);
  return (
    <Field id={id} label={props.label} hint={props.hint} error={props.error}>
      <div class="field__line">
        <input
          class="input input--password"
          id={id}
          name={id}
          {...(shown ? { type: "text" } : { type: "password" })}
          value={value}
          autocomplete={autoComplete}
          autocapitalize="none"
          autocorrect="off"
          spellcheck={false}
          aria-invalid={props.error ? "true" : undefined}
          aria-describedby={describedBy(props, checks && `${id}-rule`)}
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={noticeCapsLock}
          onKeyUp={noticeCapsLock}
          onBlur={() => setCapsLock(false)}
        />
        {eye && (
          <button type="button" class="button button--secondary input-button" onClick={() => show(!shown)}>
            <Icon name={shown ? "eye-off" : "eye"} />
            {shown ? words.hide : words.show}
          </button>
        )}
      </div>
      <p class={capsLock ? "field__caps" : "visually-hidden"} role="status">
        {capsLock && words.capsLock}
      </p>
      {checks && <RuleChecks id={`${id}-rule`} heading={words.rules} checks={checks} />}
    </Field>
  );
}

interface RuleChecksProps {
  readonly id: string;
  readonly heading: string;
  readonly checks: readonly PasswordCheck[];
}

/** A rule in parts, each ticked off in words as well as by a mark. An account name has one too. */
export function RuleChecks({ id, heading, checks }: RuleChecksProps) {
  const words = useWords(passwordWords);
  const say = useSay();
  return (
    <div class="password-rule" id={id}>
      <p>{heading}</p>
      <ul>
        {checks.map(({ sentence, met }) => (
          <li key={sentence.en} class={met ? "password-rule__met" : undefined}>
            <Icon name={met ? "check" : "dot"} />
            <span>
              <span class={met ? "password-rule__state" : "visually-hidden"}>{met ? words.met : words.unmet}</span>
              {say(sentence)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
