import { useState } from "preact/hooks";
import { exampleWords } from "../../words/examples.ts";
import { useWords } from "../../words/words.ts";
import { Button } from "../button/button.tsx";
import type { Examples } from "../examples.ts";
import { ErrorSummary } from "./error-summary.tsx";

/** Shown at the press of a button, as in a form: it takes the focus. */
function OnPress() {
  const words = useWords(exampleWords);
  const [attempt, setAttempt] = useState(0);
  const errors = [
    { id: "text-wrong", text: words.nameMissing },
    { id: "select-wrong", text: words.countyMissing },
  ];
  return (
    <div class="form">
      <ErrorSummary errors={attempt > 0 ? errors : []} attempt={attempt} />
      <div class="actions">
        <Button onClick={() => setAttempt(attempt + 1)}>{words.next}</Button>
      </div>
    </div>
  );
}

export const examples: Examples = {
  component: "error-summary",
  states: [{ name: "after a press of the button", Show: OnPress }],
};
