import { useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { maskName } from "../../../../functions/person/masks.ts";
import type { Problem } from "../../../api.ts";
import { Button } from "../../../components/button/button.tsx";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { Page } from "../../../components/page/page.tsx";
import { foundWords } from "../../../words/apply.ts";
import { useWords } from "../../../words/words.ts";
import { useApplication, useApplicationState } from "../application-state.tsx";
import { addressOf } from "../rules/addresses.ts";
import { homeOf } from "../rules/steps.ts";

/**
 * An application that was here before this person came: on a shared classroom computer it may be another pupil's, so the name
 * is masked and the person decides. 重新申請 ends it at the service too.
 */
export function FoundPage() {
  const words = useWords(foundWords);
  const application = useApplication();
  const { claim, restart } = useApplicationState();
  const { route } = useLocation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const [attempt, setAttempt] = useState(0);
  const isDone = application.step === "done";

  const goOn = () => {
    claim();
    route(addressOf(homeOf(application.step), undefined, application));
  };
  const startAgain = async () => {
    setBusy(true);
    setProblem(await restart());
    setAttempt((count) => count + 1);
    setBusy(false);
  };
  return (
    <Page title={isDone ? words.foundFinishedTitle : words.foundTitle}>
      <ErrorSummary problem={problem} attempt={attempt} />
      {application.name && <p class="apply-whose">{words.foundWhose(maskName(application.name))}</p>}
      <p>{isDone ? words.foundFinishedExplain : words.foundExplain}</p>
      <div class="actions">
        <Button kind="primary" onClick={goOn}>
          {isDone ? words.seeResult : words.goOn}
        </Button>
        <Button onClick={startAgain} busy={busy}>
          {words.restart}
        </Button>
      </div>
    </Page>
  );
}
