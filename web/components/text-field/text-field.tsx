import { describedBy, Field, type FieldProps } from "../field/field.tsx";

export interface TextFieldProps extends FieldProps {
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly type?: "text" | "email" | "tel";
  readonly autoComplete?: string;
  /** Shown behind the input and read with it: `@account.example.edu.tw`. */
  readonly suffix?: string;
  readonly name?: string;
  readonly spellCheck?: boolean;
  /** For what is one word without capitals: account names, IDs. Keeps a phone's keyboard from helping. An e-mail address is one always. */
  readonly plain?: boolean;
  readonly describedBy?: string;
  readonly onBlur?: () => void;
}

/** The types of JSX know an input by one type at a time. */
const kindOf = (type: TextFieldProps["type"]) => ({ type }) as { type: "text" };

/** One line of text. No length limit in the input itself: what is cut silently is worse than what is refused in words. */
export function TextField(props: TextFieldProps) {
  const { id, value, onInput, type = "text", autoComplete = "off", suffix, plain = type === "email", onBlur } = props;
  return (
    <Field id={id} label={props.label} hint={props.hint} error={props.error}>
      <div class="field__line">
        <input
          class="input"
          id={id}
          name={props.name ?? id}
          {...kindOf(type)}
          value={value}
          autocomplete={autoComplete}
          inputMode={type === "text" ? undefined : type}
          autocapitalize={plain ? "none" : undefined}
          autocorrect={plain ? "off" : undefined}
          spellcheck={plain ? false : props.spellCheck}
          aria-invalid={props.error ? "true" : undefined}
          aria-describedby={describedBy(props, suffix && `${id}-suffix`, props.describedBy)}
          onInput={(event) => onInput(event.currentTarget.value)}
          onBlur={onBlur}
        />
        {suffix && (
          <span class="field__suffix" id={`${id}-suffix`}>
            {suffix}
          </span>
        )}
      </div>
    </Field>
  );
}
