import type { CaseCategory } from "../../../functions/contract/schemas/cases.ts";
import { Button } from "../../components/button/button.tsx";
import { describedBy, Field } from "../../components/field/field.tsx";
import { caseCategoryWords, contactUsWords } from "../../words/contact-us.ts";
import { useSay, useWords } from "../../words/words.ts";

interface DescriptionFieldProps {
  readonly id: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly error: string | undefined;
  readonly category: CaseCategory | undefined;
  /** There is a template that is not in the text: the person decides, since what was typed is theirs. */
  readonly addTemplate: (() => void) | undefined;
}

/** 問題描述: as high as what is in it, so that a template is seen whole. */
export function DescriptionField({ id, value, onInput, error, category, addTemplate }: DescriptionFieldProps) {
  const words = useWords(contactUsWords);
  const say = useSay();
  const field = { id, label: words.description, hint: words.descriptionHint, error };
  return (
    <Field {...field}>
      <textarea
        class="input input--lines"
        id={id}
        name={id}
        rows={Math.min(16, Math.max(6, value.split("\n").length + 2))}
        value={value}
        aria-invalid={error ? "true" : undefined}
        aria-describedby={describedBy(field)}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {addTemplate && category && (
        <Button kind="quiet" onClick={addTemplate}>
          {words.addTemplate(say(caseCategoryWords[category]))}
        </Button>
      )}
    </Field>
  );
}
