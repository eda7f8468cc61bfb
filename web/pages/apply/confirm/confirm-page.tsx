import { ButtonLink } from "../../../components/button/button.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { SummaryList } from "../../../components/summary-list/summary-list.tsx";
import { confirmWords } from "../../../words/apply.ts";
import { countyWayWords } from "../../../words/county-way.ts";
import { useWords } from "../../../words/words.ts";
import { useApplication } from "../application-state.tsx";
import { choiceOf } from "../rules/choice.ts";
import { reportAddress } from "../rules/report-address.ts";
import { StepFrame } from "../step-frame.tsx";
import { useFoundData } from "./use-found-data.ts";

/** What the roster says of the person (M14): 資料異常，回報問題 or 資料無誤，下一步. Nothing is saved here. */
export function ConfirmPage() {
  const words = useWords(confirmWords);
  const way = useWords(countyWayWords);
  const application = useApplication();
  const items = useFoundData(application);
  const chosen = application.enrolment ? choiceOf(application.enrolment) : {};
  return (
    <StepFrame page="confirm" question={words.question} lead={words.explain}>
      {application.county && (
        <Notice kind="success" heading={way.confirmedTitle}>
          <p>{way.linkedLater}</p>
        </Notice>
      )}
      <SummaryList items={items} />
      <div class="actions">
        <ButtonLink href="/apply/consent" kind="primary">
          {words.right}
        </ButtonLink>
        <ButtonLink href={reportAddress("wrong-data", chosen)}>{words.wrong}</ButtonLink>
      </div>
    </StepFrame>
  );
}
