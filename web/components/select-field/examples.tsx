import { useState } from "preact/hooks";
import { exampleWords } from "../../words/examples.ts";
import { useWords } from "../../words/words.ts";
import type { Examples } from "../examples.ts";
import { SelectField } from "./select-field.tsx";

interface ShownProps {
  readonly id: string;
  readonly wrong?: boolean;
  readonly disabled?: boolean;
}

function Shown({ id, wrong = false, disabled = false }: ShownProps) {
  const words = useWords(exampleWords);
  const [value, setValue] = useState("");
  return (
    <SelectField
      id={id}
      label={words.county}
      error={wrong ? words.countyMissing : undefined}
      value={value}
      onChange={setValue}
      disabled={disabled}
      options={[
        { value: "TPE", label: words.taipei },
        { value: "KHH", label: words.kaohsiung },
      ]}
    />
  );
}

export const examples: Examples = {
  component: "select-field",
  states: [
    { name: "nothing chosen", Show: () => <Shown id="select-plain" /> },
    { name: "with an error", Show: () => <Shown id="select-wrong" wrong /> },
    { name: "disabled", Show: () => <Shown id="select-disabled" disabled /> },
  ],
};
