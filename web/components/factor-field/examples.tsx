import { useState } from "preact/hooks";
import { factorWords } from "../../words/factor.ts";
import { useWords } from "../../words/words.ts";
import type { Examples } from "../examples.ts";
import { FactorField } from "./factor-field.tsx";

function Shown({ id, wrong = false, code = "" }: { id: string; wrong?: boolean; code?: string }) {
  const words = useWords(factorWords);
  const [value, setValue] = useState(code);
  const [recovery, setRecovery] = useState(false);
  return (
    <FactorField
      id={id}
      value={value}
      onInput={setValue}
      recovery={recovery}
      onRecoveryChange={setRecovery}
      error={wrong ? words.needCode : undefined}
    />
  );
}

export const examples: Examples = {
  component: "factor-field",
  states: [
    { name: "of the app, or a recovery code", Show: () => <Shown id="factor-empty" /> },
    { name: "wrong", Show: () => <Shown id="factor-wrong" code="12" wrong /> },
  ],
};
