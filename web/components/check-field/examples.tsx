import { useState } from "preact/hooks";
import { exampleWords } from "../../words/examples.ts";
import { useWords } from "../../words/words.ts";
import type { Examples } from "../examples.ts";
import { CheckField } from "./check-field.tsx";

function Shown({ id, ticked = false, wrong = false }: { id: string; ticked?: boolean; wrong?: boolean }) {
  const words = useWords(exampleWords);
  const [checked, setChecked] = useState(ticked);
  return (
    <CheckField
      id={id}
      label={words.agree}
      hint={words.agreeHint}
      error={wrong ? words.agreeMissing : undefined}
      checked={checked}
      onChange={setChecked}
    />
  );
}

export const examples: Examples = {
  component: "check-field",
  states: [
    { name: "empty", Show: () => <Shown id="check-plain" /> },
    { name: "ticked", Show: () => <Shown id="check-ticked" ticked /> },
    { name: "with an error", Show: () => <Shown id="check-wrong" wrong /> },
  ],
};
