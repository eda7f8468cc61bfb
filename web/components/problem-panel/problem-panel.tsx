import type { Problem } from "../../api.ts";
import { errorSentence } from "../../words/first-errors.ts";
import { partWords } from "../../words/parts.ts";
import { useSay, useWords } from "../../words/words.ts";
import { Button, ButtonLink } from "../button/button.tsx";

interface ProblemPanelProps {
  readonly problem: Problem;
  readonly onRetry?: () => void;
  readonly busy?: boolean;
}

/** In place of what could not be shown: what happened, that nothing is lost, what to do, and the number to quote. */
export function ProblemPanel({ problem, onRetry, busy = false }: ProblemPanelProps) {
  const words = useWords(partWords);
  const say = useSay();
  return (
    <div class="problem" role="alert">
      <h2>{words.problemHeading}</h2>
      <p>{say(errorSentence(problem.code))}</p>
      {problem.retryAfter !== undefined && <p>{words.waitSeconds(problem.retryAfter)}</p>}
      <p>{words.nothingLost}</p>
      {problem.id && <p class="problem__number">{words.quote(problem.id)}</p>}
      <div class="actions">
        {onRetry && (
          <Button kind="primary" onClick={onRetry} busy={busy}>
            {words.tryAgain}
          </Button>
        )}
        <ButtonLink href="/contact-us">{words.contactUs}</ButtonLink>
      </div>
    </div>
  );
}
