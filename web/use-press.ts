import { useState } from "preact/hooks";
import type { Problem } from "./api.ts";
import type { FieldError } from "./components/error-summary/error-summary.tsx";
import { fieldProblemSentence } from "./words/fields.ts";
import type { Sentence } from "./words/words.ts";

/** A refusal as problem, as the errors of fields, or both. */
export interface Refused {
  readonly problem?: Problem;
  readonly errors?: readonly FieldError[];
}

/** The one button of a form: whether it works, and what is wrong. */
export interface Press {
  readonly busy: boolean;
  /** Counts the presses of the button, for the error summary's focus. */
  readonly attempt: number;
  readonly errors: readonly FieldError[];
  /** What the service refused, where no field of the page can say it. */
  readonly problem: Problem | undefined;
  errorOf(id: string): string | undefined;
  /**
   * One press of the page's button: tells `errors`, or else runs `send`. What `send` gives back is told; nothing means that it
   * went well. A second press while one is on its way does nothing.
   */
  submit(errors: readonly FieldError[], send: () => Promise<Refused | undefined>): Promise<void>;
  /** Tells what was refused without a press. */
  refuse(refused: Refused): Promise<void>;
}

/**
 * What a refusal says of the page's fields, one sentence each, in `own` words where the page has them; where it says nothing of
 * them, the refusal as a whole. A field says the first of its problems.
 */
export function refusedBy(
  problem: Problem,
  say: (sentence: Sentence) => string,
  own: Record<string, string> = {},
): Refused {
  const first = new Map<string, string>();
  for (const { field, problem: rule } of problem.fields ?? []) if (!first.has(field)) first.set(field, rule);
  const errors = [...first].map(([id, rule]) => ({ id, text: own[id] ?? say(fieldProblemSentence(id, rule)) }));
  return errors.length > 0 ? { errors } : { problem };
}

/** The state of one form. `elsewhere` takes a refusal that another page has to mend, and then gives true. */
export function usePress(elsewhere?: (refused: Refused) => Promise<boolean>): Press {
  const [busy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [refused, setRefused] = useState<Refused>({});
  const errors = refused.errors ?? [];

  const tell = (told: Refused) => {
    setRefused(told);
    setAttempt((count) => count + 1);
  };
  const refuse = async (told: Refused) => {
    if (!(await elsewhere?.(told))) tell(told);
  };
  const submit: Press["submit"] = async (found, send) => {
    if (busy) return;
    tell({ errors: found });
    if (found.length > 0) return;
    setBusy(true);
    const answer = await send();
    setBusy(false);
    if (answer) await refuse(answer);
  };
  return {
    busy,
    attempt,
    errors,
    problem: refused.problem,
    errorOf: (id) => errors.find((error) => error.id === id)?.text,
    submit,
    refuse,
  };
}
