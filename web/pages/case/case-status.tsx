import { useState } from "preact/hooks";
import { call } from "../../api.ts";
import { Button, ButtonLink } from "../../components/button/button.tsx";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Page } from "../../components/page/page.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { usePress } from "../../use-press.ts";
import { caseOwnerWords, caseStatusMeaning, caseStatusWords, caseWords } from "../../words/case.ts";
import { caseCategoryWords } from "../../words/contact-us.ts";
import { useLanguage } from "../../words/language.tsx";
import { dateTimeOf, relativeTimeOf } from "../../words/times.ts";
import { useSay, useWords } from "../../words/words.ts";
import type { Looked } from "./case.tsx";

interface CaseStatusProps {
  readonly looked: Looked;
  readonly onLooked: (looked: Looked) => void;
}

/** Where a case is, whose turn it is, and what happened so far. */
export function CaseStatus({ looked: { found, code }, onLooked }: CaseStatusProps) {
  const words = useWords(caseWords);
  const say = useSay();
  const press = usePress();
  const [now, setNow] = useState(() => Date.now());
  const [isNew, setIsNew] = useState(false);
  const { number, status, steps } = found;

  const refresh = () => {
    setIsNew(false);
    return press.submit([], async () => {
      const outcome = await call("POST /api/cases/look", { number, code });
      if (!outcome.ok) return { problem: outcome.problem };
      setNow(Date.now());
      setIsNew(true);
      onLooked({ found: outcome.answer, code });
      return undefined;
    });
  };
  return (
    <Page title={words.caseOf(number)} lead={say(caseStatusMeaning[status])} focusKey={number}>
      <ErrorSummary problem={press.problem} attempt={press.attempt} />
      <SummaryList
        items={[
          { term: words.status, detail: <b>{say(caseStatusWords[status])}</b> },
          { term: words.category, detail: say(caseCategoryWords[found.category]) },
          { term: words.owner, detail: say(caseOwnerWords[found.owner]) },
          { term: words.openedAt, detail: <Moment iso={found.openedAt} now={now} /> },
        ]}
      />
      <section>
        <h2>{words.steps}</h2>
        <ol class="case-steps">
          {steps.map((step) => (
            <li key={`${step.at} ${step.status}`}>
              <b>{say(caseStatusWords[step.status])}</b>
              <p class="case-steps__when">
                <Moment iso={step.at} now={now} />
              </p>
              {step.said && <p class="case-steps__said">{step.said}</p>}
            </li>
          ))}
        </ol>
      </section>
      <div class="actions actions--apart">
        <Button kind="primary" onClick={() => void refresh()} busy={press.busy}>
          {words.refresh}
        </Button>
        <ButtonLink href="/case">{words.another}</ButtonLink>
        <ButtonLink href="/contact-us" kind="quiet">
          {words.contactUs}
        </ButtonLink>
        <p class={isNew ? "" : "visually-hidden"} role="status">
          {isNew && words.refreshed}
        </p>
      </div>
      <p class="muted">{words.reload}</p>
    </Page>
  );
}

function Moment({ iso, now }: { readonly iso: string; readonly now: number }) {
  const { language } = useLanguage();
  const ago = relativeTimeOf(iso, now, language);
  return (
    <>
      <time dateTime={iso}>{dateTimeOf(iso, language)}</time>{" "}
      <span class="muted">{language === "en" ? `(${ago})` : `（${ago}）`}</span>
    </>
  );
}
