import { describedBy, FieldNotes, type FieldProps } from "../field/field.tsx";

interface CheckFieldProps extends FieldProps {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

/** One box to tick: an agreement. Never ticked beforehand. */
export function CheckField(props: CheckFieldProps) {
  const { id, label, hint, error, checked, onChange } = props;
  return (
    <div class={error ? "field field--wrong" : "field"}>
      <FieldNotes id={id} error={error} />
      <div class="choice choice--check">
        <input
          type="checkbox"
          id={id}
          name={id}
          checked={checked}
          aria-invalid={error ? "true" : undefined}
          aria-describedby={describedBy(props)}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
        <label for={id}>{label}</label>
        {hint && (
          <p class="choice__hint" id={`${id}-hint`}>
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
