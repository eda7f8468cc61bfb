import { codeWords, type SentTo, sentStateWords } from "../../words/code.ts";
import { useSay, useWords } from "../../words/words.ts";
import { Button, ButtonLink } from "../button/button.tsx";
import { describedBy, Field } from "../field/field.tsx";
import { digitsOf } from "./digits-of.ts";
import { useSecondsUntil } from "./use-seconds-until.ts";

interface CodeFieldProps {
  readonly id: string;
  readonly value: string;
  /** Gets the digits only, half width, six at most: what people paste has spaces and words around it. */
  readonly onInput: (digits: string) => void;
  readonly error?: string | undefined;
  /** Empty where a stranger asks: how an account is reached is told to nobody. */
  readonly sentTo: readonly SentTo[];
  /** Moments in ms since 1970: `Date.now() + sent.expiresIn * 1000`. */
  readonly expiresAt: number;
  readonly resendAt: number;
  readonly onResend: () => void;
  readonly resending?: boolean;
}

/** The six-digit code: where it went, how long it lives, asking again after the wait, and what to do when it does not come. */
export function CodeField(props: CodeFieldProps) {
  const { id, value, onInput, error, sentTo, expiresAt, resendAt, onResend, resending = false } = props;
  const words = useWords(codeWords);
  const say = useSay();
  const left = useSecondsUntil(expiresAt);
  const wait = useSecondsUntil(resendAt);
  return (
    <div class="code-field">
      {sentTo.length > 0 && (
        <div class="code-field__sent">
          <p id={`${id}-sent`}>{words.sentTo}</p>
          <ul aria-labelledby={`${id}-sent`} aria-live="polite">
            {sentTo.map((to) => (
              <li key={to.channel}>
                {to.channel === "email" ? words.email : words.sms} <b translate={false}>{to.masked}</b>
                <span class={`code-field__state code-field__state--${to.state}`}>{say(sentStateWords[to.state])}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Field id={id} label={words.label} hint={words.hint} error={error}>
        <input
          class="input input--code"
          id={id}
          name={id}
          value={value}
          inputMode="numeric"
          autocomplete="one-time-code"
          aria-invalid={error ? "true" : undefined}
          aria-describedby={describedBy({ id, label: "", hint: words.hint, error }, `${id}-time`)}
          onInput={(event) => {
            const digits = digitsOf(event.currentTarget.value);
            // Also when nothing changed for the parent: the extra characters must leave the input.
            event.currentTarget.value = digits;
            onInput(digits);
          }}
        />
      </Field>
      <p class="code-field__time" id={`${id}-time`}>
        {left > 0 ? words.timeLeft(left) : words.expired}
      </p>
      <div class="code-field__again">
        <Button onClick={onResend} busy={resending} disabled={wait > 0} describedBy={`${id}-wait`}>
          {words.resend}
        </Button>
        <span id={`${id}-wait`}>{wait > 0 ? words.resendIn(wait) : words.lookInSpam}</span>
      </div>
      <ButtonLink href="/contact-us?about=code-not-received" kind="quiet">
        {words.notReceived}
      </ButtonLink>
    </div>
  );
}
