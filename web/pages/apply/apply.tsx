import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { Loading } from "../../components/loading/loading.tsx";
import { Page } from "../../components/page/page.tsx";
import { ProblemPanel } from "../../components/problem-panel/problem-panel.tsx";
import { useOwnAddress } from "../../own-address.ts";
import { applyWords } from "../../words/apply.ts";
import { useWords } from "../../words/words.ts";
import { ApplicationProvider, useApplicationState } from "./application-state.tsx";
import { FoundPage } from "./identity/found-page.tsx";
import { addressOf } from "./rules/addresses.ts";
import { readChoice } from "./rules/choice.ts";
import { applyPages, pageToShow } from "./rules/steps.ts";
import { forgetTyped } from "./typed.ts";
import { usePage } from "./use-page.ts";

/** 申請帳號 (manual, chapter 壹): every step at its own address `/apply/<step>`; what the service has saved decides which may be shown. */
export function Apply() {
  return (
    <ApplicationProvider>
      <Wizard />
    </ApplicationProvider>
  );
}

function Wizard() {
  const words = useWords(applyWords);
  const { path, query, isHere, route } = useOwnAddress("/apply");
  const { application, problem, mine, refresh } = useApplicationState();
  const name = path.split("/")[2];
  const wanted = applyPages.find((page) => page === name) ?? "identity";
  const choice = readChoice(query);
  const page = application && pageToShow(wanted, application.step, choice);
  const Shown = usePage(page);

  // With the address's own choice only: at a shared computer the one the service knows may be somebody else's. Before the page is
  // seen: what is chosen on it stands in the address from then on.
  useLayoutEffect(() => {
    if (isHere && page && application && page !== name) route(addressOf(page, choice, { step: "none" }), true);
  });
  // Somebody who comes to the first page from elsewhere and has nothing under way finds no stranger's words in the fields.
  const beganAtFirst = useRef(wanted === "identity");
  const isKnown = application !== undefined;
  const hasNone = application?.step === "none";
  // Asked once, when the first answer is here
  useEffect(() => {
    if (isKnown && hasNone && beganAtFirst.current) forgetTyped();
  }, [isKnown]);

  if (!application || !page || !Shown) {
    if (!problem || application) return <Loading lines={8} />;
    return (
      <Page title={words.title}>
        <ProblemPanel problem={problem} onRetry={refresh} />
      </Page>
    );
  }
  if (page === "identity" && application.step !== "none" && !mine) return <FoundPage />;
  return <Shown key={page} />;
}
