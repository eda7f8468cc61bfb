import { useState } from "preact/hooks";
import { exampleWords } from "../../words/examples.ts";
import { useWords } from "../../words/words.ts";
import type { Examples } from "../examples.ts";
import { ChoiceField } from "./choice-field.tsx";

type Who = "student" | "teacher";

interface ShownProps {
  readonly id: string;
  readonly chosen?: Who;
  readonly wrong?: boolean;
}

function Shown({ id, chosen, wrong = false }: ShownProps) {
  const words = useWords(exampleWords);
  const [value, setValue] = useState(chosen);
  return (
    <ChoiceField<Who>
      id={id}
      label={words.who}
      error={wrong ? words.whoMissing : undefined}
      value={value}
      onChange={setValue}
      options={[
        { value: "student", label: words.student, hint: words.studentHint },
        { value: "teacher", label: words.teacher },
      ]}
    />
  );
}

export const examples: Examples = {
  component: "choice-field",
  states: [
    { name: "nothing chosen", Show: () => <Shown id="choice-plain" /> },
    { name: "chosen", Show: () => <Shown id="choice-chosen" chosen="student" /> },
    { name: "with an error", Show: () => <Shown id="choice-wrong" wrong /> },
  ],
};
