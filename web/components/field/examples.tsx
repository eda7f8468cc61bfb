import { exampleWords } from "../../words/examples.ts";
import { useWords } from "../../words/words.ts";
import type { Examples } from "../examples.ts";
import { describedBy, Field } from "./field.tsx";

function Own({ id, wrong = false }: { readonly id: string; readonly wrong?: boolean }) {
  const words = useWords(exampleWords);
  const field = { id, label: words.name, hint: words.nameHint, error: wrong ? words.nameMissing : undefined };
  return (
    <Field {...field}>
      <textarea class="input" id={id} rows={3} aria-describedby={describedBy(field)} />
    </Field>
  );
}

export const examples: Examples = {
  component: "field",
  states: [
    { name: "around an input of one's own", Show: () => <Own id="field-own" /> },
    { name: "with an error", Show: () => <Own id="field-wrong" wrong /> },
  ],
};
