import { exampleWords } from "../../words/examples.ts";
import { useWords } from "../../words/words.ts";
import { Button } from "../button/button.tsx";
import type { Examples } from "../examples.ts";
import { WizardFrame } from "./wizard-frame.tsx";

function Step({ first = false }: { readonly first?: boolean }) {
  const words = useWords(exampleWords);
  const chosen = first ? [] : [{ term: words.county, detail: words.taipei }];
  return (
    <WizardFrame
      step={first ? 1 : 3}
      steps={7}
      name={words.step}
      wizard={words.wizard}
      chosen={chosen}
      {...(first ? {} : { backHref: "/local/components" })}
    >
      <p>{words.sentence}</p>
      <div class="actions">
        <Button kind="primary">{words.next}</Button>
      </div>
    </WizardFrame>
  );
}

export const examples: Examples = {
  component: "wizard-frame",
  states: [
    { name: "first step", Show: () => <Step first /> },
    { name: "third step, with the way back and what was chosen", Show: () => <Step /> },
  ],
};
