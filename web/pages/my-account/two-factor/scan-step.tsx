import { useCallback, useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { AnswerOf } from "../../../../functions/contract/routes.ts";
import { call, type Problem } from "../../../api.ts";
import { Button } from "../../../components/button/button.tsx";
import { useSecondsUntil } from "../../../components/code-field/use-seconds-until.ts";
import { Loading } from "../../../components/loading/loading.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { ProblemPanel } from "../../../components/problem-panel/problem-panel.tsx";
import { useProofAgain } from "../../../components/proof-again/use-proof-again.ts";
import { usePress } from "../../../use-press.ts";
import { bindWords } from "../../../words/my-two-factor.ts";
import { partWords } from "../../../words/parts.ts";
import { useWords } from "../../../words/words.ts";
import { AccountFrame } from "../account-frame.tsx";
import { base, type System } from "./places.ts";
import { ScanForm } from "./scan-form.tsx";

interface ScanStepProps {
  readonly system: System | undefined;
  readonly onBound: () => void;
}

/** `until` in ms since 1970. */
type Seed = AnswerOf<"POST /api/my-account/two-factor/start"> & { readonly until: number };

/** A fresh seed to scan, and the first code that proves that the app has it → 綁定. The seed lives on this page and nowhere else. */
export function ScanStep({ system = "other", onBound }: ScanStepProps) {
  const words = useWords(bindWords);
  const parts = useWords(partWords);
  const { route } = useLocation();
  const press = usePress();
  const proof = useProofAgain();
  const [seed, setSeed] = useState<Seed>();
  const [problem, setProblem] = useState<Problem>();
  const left = useSecondsUntil(seed?.until ?? 0);
  const backHref = `${base}/app?os=${system}`;

  const start = useCallback(async () => {
    setSeed(undefined);
    setProblem(undefined);
    const outcome = await proof.freshly(() => call("POST /api/my-account/two-factor/start"));
    if (!outcome) return route(backHref, true);
    if (!outcome.ok) return setProblem(outcome.problem);
    setSeed({ ...outcome.answer, until: Date.now() + outcome.answer.expiresIn * 1_000 });
  }, [backHref]);
  useEffect(() => {
    void start();
  }, [start]);

  return (
    <AccountFrame
      title={words.scanTitle}
      lead={words.scanLead}
      caption={parts.step(3, 3)}
      backHref={backHref}
      focusKey="scan"
      press={press}
      proof={proof}
    >
      {problem && <ProblemPanel problem={problem} onRetry={() => void start()} />}
      {!problem && !seed && <Loading lines={12} />}
      {seed && left > 0 && (
        <ScanForm system={system} seed={seed} left={left} press={press} proof={proof} onBound={onBound} />
      )}
      {seed && left === 0 && (
        <Notice kind="warning" heading={words.expired} announce>
          <p>{words.expiredExplain}</p>
          <div class="actions">
            <Button kind="primary" onClick={() => void start()}>
              {words.renew}
            </Button>
          </div>
        </Notice>
      )}
    </AccountFrame>
  );
}
