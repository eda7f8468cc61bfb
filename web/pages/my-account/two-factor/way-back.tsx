import { ButtonLink } from "../../../components/button/button.tsx";
import { wayBackWords } from "../../../words/way-back.ts";
import { useWords } from "../../../words/words.ts";
import { recallWaiting } from "../../consent/waiting.ts";

/** An application sent the person here for a second factor, and waits: the way back to it. */
export function WayBack() {
  const words = useWords(wayBackWords);
  const waiting = recallWaiting();
  if (waiting === undefined) return null;
  return (
    <ButtonLink kind="primary" href={waiting}>
      {words.back}
    </ButtonLink>
  );
}
