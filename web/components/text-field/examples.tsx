import { useState } from "preact/hooks";
import { exampleWords } from "../../words/examples.ts";
import { useWords } from "../../words/words.ts";
import type { Examples } from "../examples.ts";
import { TextField } from "./text-field.tsx";

function Plain() {
  const words = useWords(exampleWords);
  const [value, setValue] = useState("");
  return <TextField id="text-plain" label={words.name} hint={words.nameHint} value={value} onInput={setValue} />;
}

function Wrong() {
  const words = useWords(exampleWords);
  const [value, setValue] = useState("");
  return (
    <TextField
      id="text-wrong"
      label={words.name}
      hint={words.nameHint}
      error={words.nameMissing}
      value={value}
      onInput={setValue}
    />
  );
}

function WithSuffix() {
  const words = useWords(exampleWords);
  const [value, setValue] = useState("wang.xm_5");
  return (
    <TextField
      id="text-suffix"
      label={words.accountName}
      value={value}
      onInput={setValue}
      suffix="@account.example.edu.tw"
      plain
    />
  );
}

export const examples: Examples = {
  component: "text-field",
  states: [
    { name: "with a hint", Show: Plain },
    { name: "with an error", Show: Wrong },
    { name: "filled, with a suffix", Show: WithSuffix },
  ],
};
