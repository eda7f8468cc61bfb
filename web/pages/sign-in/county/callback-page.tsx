import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import type { CountyId } from "../../../../functions/contract/counties.ts";
import type { FinishedCounty } from "../../../../functions/contract/schemas/county.ts";
import { call, type Problem } from "../../../api.ts";
import { askCounties } from "../../../components/county-picker/county-entries.ts";
import { Loading } from "../../../components/loading/loading.tsx";
import { Page } from "../../../components/page/page.tsx";
import { ProblemPanel } from "../../../components/problem-panel/problem-panel.tsx";
import { askSchools } from "../../../components/school-picker/catalogue-data.ts";
import { useSession } from "../../../session.tsx";
import { arrivalWords } from "../../../words/county-pages.ts";
import { useWords } from "../../../words/words.ts";
import { CountyTrouble } from "./county-trouble.tsx";
import { Outcome } from "./outcome.tsx";
import type { KnownCounty } from "./rules/choice-of-county.ts";
import { type HandedOver, readHandedOver } from "./rules/handed-over.ts";
import { nextAddress } from "./rules/next-address.ts";
import { troubleOf } from "./rules/trouble.ts";

/** Takes the county's answer out of the address: it is good for one use, and nobody who looks over a shoulder should have it. */
function takeHandedOver(): HandedOver | undefined {
  const handed = readHandedOver(location.hash);
  history.replaceState(null, "", location.pathname + location.search);
  return handed;
}

/** An application that is finished would be shown in place of the form, and at a shared computer it is somebody else's. */
async function leaveFinishedApplication(): Promise<void> {
  const application = await call("GET /api/register");
  if (application.ok && application.answer.step === "done") await call("POST /api/register/restart");
}

/** What the form begins with: the county's name and schools. */
async function readyToFillIn(county: CountyId): Promise<KnownCounty | undefined> {
  const [counties, schools] = await Promise.all([askCounties(), askSchools(county), leaveFinishedApplication()]);
  const name = counties.ok ? counties.answer.find((entry) => entry.id === county)?.name : undefined;
  return name === undefined ? undefined : { name, schools };
}

/** Where a county sends the browser back to: its answer goes to the service once, and what comes of it is shown or gone to. */
export function CallbackPage() {
  const words = useWords(arrivalWords);
  const { route } = useLocation();
  const { refresh } = useSession();
  const [handed] = useState(takeHandedOver);
  const [finished, setFinished] = useState<FinishedCounty>();
  const [problem, setProblem] = useState<Problem>();
  const [busy, setBusy] = useState(false);
  const began = useRef(false);

  const finish = useCallback(
    async ({ county, answer }: HandedOver) => {
      setBusy(true);
      const outcome = await call("POST /api/county/finish", { county, answer });
      setBusy(false);
      if (!outcome.ok) return setProblem(outcome.problem);
      const { answer: end } = outcome;
      if (end.outcome === "signed-in") await refresh();
      const next = nextAddress(end, end.outcome === "fill-in" ? await readyToFillIn(county) : undefined);
      // In place of this page: the back button never leads to an answer that was used.
      if (next !== undefined) return route(next, true);
      setProblem(undefined);
      setFinished(end);
    },
    [refresh, route],
  );
  useEffect(() => {
    if (began.current) return;
    began.current = true;
    if (handed) void finish(handed);
    else route("/sign-in/county", true);
  }, [handed, finish, route]);

  const trouble = problem && troubleOf(problem.code);
  if (handed && problem && trouble) return <CountyTrouble problem={problem} trouble={trouble} county={handed.county} />;
  if (finished) return <Outcome finished={finished} />;
  return (
    <Page title={words.confirming} lead={words.confirmingLead} focusKey="confirming">
      {handed && problem ? (
        <ProblemPanel problem={problem} onRetry={() => void finish(handed)} busy={busy} />
      ) : (
        <Loading lines={4} />
      )}
    </Page>
  );
}
