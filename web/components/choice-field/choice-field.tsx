import { FieldNotes, type FieldProps } from "../field/field.tsx";

export interface ChoiceOption<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly hint?: string;
}

interface ChoiceFieldProps<V extends string> extends FieldProps {
  readonly value: V | undefined;
  readonly onChange: (value: V) => void;
  readonly options: readonly ChoiceOption<V>[];
  /** When the page's heading already asks the question: the legend is then for screen readers only. */
  readonly hideLabel?: boolean;
}

/** One of a few: radio buttons on tiles big enough for a thumb. The first one has the field's id, where the error summary leads. */
export function ChoiceField<V extends string>(props: ChoiceFieldProps<V>) {
  const { id, value, onChange, options, error, hint } = props;
  const notes = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ") || undefined;
  return (
    <fieldset class={error ? "field field--wrong" : "field"} aria-describedby={notes}>
      <legend class={props.hideLabel ? "visually-hidden" : "field__label"}>{props.label}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      <div class="choices">
        {options.map((option, place) => {
          const optionId = place === 0 ? id : `${id}-${place + 1}`;
          return (
            <div class="choice" key={option.value}>
              <input
                type="radio"
                id={optionId}
                name={id}
                value={option.value}
                checked={option.value === value}
                aria-describedby={option.hint && `${optionId}-about`}
                onChange={() => onChange(option.value)}
              />
              <label for={optionId}>{option.label}</label>
              {option.hint && (
                <p class="choice__hint" id={`${optionId}-about`}>
                  {option.hint}
                </p>
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
