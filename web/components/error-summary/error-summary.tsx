import { useLayoutEffect, useRef } from "preact/hooks";
import type { Problem } from "../../api.ts";
import { errorSentence } from "../../words/first-errors.ts";
import { partWords } from "../../words/parts.ts";
import { useSay, useWords } from "../../words/words.ts";

export interface FieldError {
  /** The id of the input to go to. */
  readonly id: string;
  readonly text: string;
}

interface ErrorSummaryProps {
  readonly errors?: readonly FieldError[];
  /** What the service refused, where it belongs to no single field. */
  readonly problem?: Problem | undefined;
  /** Counts the presses of the button: the summary takes the focus again at each, even when it says the same. */
  readonly attempt: number;
}

/** First on the form: what has to change before it can go on, each line a link to its field. Shows nothing when all is well. */
export function ErrorSummary({ errors = [], problem, attempt }: ErrorSummaryProps) {
  const words = useWords(partWords);
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  const any = errors.length > 0 || problem !== undefined;
  useLayoutEffect(() => {
    if (any) box.current?.focus();
  }, [any, attempt]);
  if (!any) return null;
  // A dead line, a full service or an account that is there already is nothing the person could correct on the form.
  const isTheirs = errors.length > 0 || (problem && [400, 401, 422].includes(problem.status));
  return (
    <div class="error-summary" role="alert" tabIndex={-1} ref={box} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{isTheirs ? words.errorHeading : words.problemHeading}</h2>
      <ul>
        {problem && (
          <li>
            {say(errorSentence(problem.code))}{" "}
            {problem.retryAfter !== undefined && words.waitSeconds(problem.retryAfter)}{" "}
            {problem.id && problem.status >= 500 && words.quote(problem.id)}
          </li>
        )}
        {errors.map((error) => (
          <li key={error.id}>
            <a href={`#${error.id}`} onClick={(event) => goTo(event, error.id)}>
              {error.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Sets the focus itself: an address with #… would be another page to the router and to the back button. */
function goTo(event: Event, id: string): void {
  event.preventDefault();
  const field = document.getElementById(id);
  const label = document.querySelector(`label[for="${id}"]`);
  (label ?? field)?.scrollIntoView({ block: "start" });
  field?.focus({ preventScroll: true });
}
