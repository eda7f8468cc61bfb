import type { ComponentChildren } from "preact";
import { partWords } from "../../words/parts.ts";
import { useWords } from "../../words/words.ts";

export interface FieldProps {
  /** The id of the input; `#id` is where the error summary leads. Unique on the page. */
  readonly id: string;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  /** What is wrong and what to do. Also put it into the page's ErrorSummary under the same id. */
  readonly error?: string | undefined;
}

/** `aria-describedby` of a field: its error first, then its hint, then anything else the field has to say. */
export function describedBy({ id, hint, error }: FieldProps, ...more: readonly (string | false | undefined)[]) {
  const ids = [error && `${id}-error`, hint && `${id}-hint`, ...more].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** Hint and error in the places every field has them. */
export function FieldNotes({ id, hint, error }: Pick<FieldProps, "id" | "hint" | "error">) {
  const words = useWords(partWords);
  return (
    <>
      {hint && (
        <p class="field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field__error" id={`${id}-error`}>
          <span class="visually-hidden">{words.errorMark}</span>
          {error}
        </p>
      )}
    </>
  );
}

/** Label, hint, error and the input itself (`children`), with the same spacing everywhere. */
export function Field({ children, ...field }: FieldProps & { readonly children: ComponentChildren }) {
  return (
    <div class={field.error ? "field field--wrong" : "field"}>
      <label class="field__label" for={field.id}>
        {field.label}
      </label>
      <FieldNotes id={field.id} hint={field.hint} error={field.error} />
      {children}
    </div>
  );
}
