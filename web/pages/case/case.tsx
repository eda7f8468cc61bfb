import { useEffect, useRef, useState } from "preact/hooks";
import type { ShownCase } from "../../../functions/contract/schemas/cases.ts";
import { call, type Problem } from "../../api.ts";
import { Loading } from "../../components/loading/loading.tsx";
import { Page } from "../../components/page/page.tsx";
import { useOwnAddress } from "../../own-address.ts";
import { useTakenFragment } from "../../taken-fragment.ts";
import { caseWords } from "../../words/case.ts";
import { useWords } from "../../words/words.ts";
import { openedHere } from "../contact-us/opened-here.ts";
import { CaseStatus } from "./case-status.tsx";
import { LookForm } from "./look-form.tsx";
import { numberIn } from "./rules/number-in.ts";

/** A case and what opens it; both in memory only, so that a reload asks for the code again. */
export interface Looked {
  readonly found: ShownCase;
  readonly code: string;
}

/**
 * The status of a case (M70). The number may be in the address, the code never is: it is typed, comes behind # of a mailed link, or
 * is still known in the tab that opened the case.
 */
export function Case() {
  const words = useWords(caseWords);
  const { path, route } = useOwnAddress("/case");
  const number = numberIn(path);
  const fragment = useTakenFragment();
  const [looked, setLooked] = useState<Looked>();
  const [problem, setProblem] = useState<Problem>();
  const [looking, setLooking] = useState(false);
  const asked = useRef<string>(undefined);

  const opened = openedHere();
  const known = fragment ?? (opened?.number === number ? opened.code : undefined);
  const show = (next: Looked) => {
    setProblem(undefined);
    setLooked(next);
    if (next.found.number !== number) route(`/case/${next.found.number}`, true);
  };
  useEffect(() => {
    // Once a pair: a refusal is told, and then people type.
    const pair = `${number} ${known}`;
    if (number === "" || known === undefined || asked.current === pair) return;
    asked.current = pair;
    setLooking(true);
    void call("POST /api/cases/look", { number, code: known }).then((outcome) => {
      setLooking(false);
      if (outcome.ok) show({ found: outcome.answer, code: known });
      else setProblem(outcome.problem);
    });
  }, [number, known]);

  if (looked?.found.number === number && looked) return <CaseStatus looked={looked} onLooked={show} />;
  if (looking)
    return (
      <Page title={words.title}>
        <Loading lines={6} />
      </Page>
    );
  return <LookForm key={number} number={number} refused={problem} onLooked={show} />;
}
