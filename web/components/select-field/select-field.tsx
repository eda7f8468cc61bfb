import { partWords } from "../../words/parts.ts";
import { useWords } from "../../words/words.ts";
import { describedBy, Field, type FieldProps } from "../field/field.tsx";

export interface SelectOption {
  readonly value: string;
  readonly label: string;
}

interface SelectFieldProps extends FieldProps {
  /** `""` while nothing is chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly SelectOption[];
  /** The first line, which chooses nothing. Default 請選擇. */
  readonly prompt?: string;
  readonly disabled?: boolean;
}

/** The browser's own list: known to every phone, keyboard and screen reader. */
export function SelectField(props: SelectFieldProps) {
  const words = useWords(partWords);
  const { id, value, onChange, options, prompt = words.choose, disabled } = props;
  return (
    <Field id={id} label={props.label} hint={props.hint} error={props.error}>
      <select
        class="input select"
        id={id}
        name={id}
        value={value}
        disabled={disabled}
        aria-invalid={props.error ? "true" : undefined}
        aria-describedby={describedBy(props)}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{prompt}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
