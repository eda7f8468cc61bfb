import type { AnswerOf } from "../../../../functions/contract/routes.ts";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import type { ProofAgain } from "../../../components/proof-again/use-proof-again.ts";
import type { Press } from "../../../use-press.ts";
import { schoolCompareWords } from "../../../words/my-school.ts";
import { useWords } from "../../../words/words.ts";
import type { Choice } from "../../apply/rules/choice.ts";
import { reportAddress } from "../../apply/rules/report-address.ts";
import { AccountFrame } from "../account-frame.tsx";
import { EnrolmentList } from "../enrolment-list.tsx";

interface SchoolCompareProps {
  readonly found: AnswerOf<"POST /api/my-account/school/look">;
  readonly choice: Choice;
  readonly press: Press;
  readonly proof: ProofAgain;
  readonly onUpdate: () => void;
  readonly onBack: () => void;
}

/** 目前資料 beside 來源資料, then 更新; where they are the same there is nothing to do. */
export function SchoolCompare({ found, choice, press, proof, onUpdate, onBack }: SchoolCompareProps) {
  const words = useWords(schoolCompareWords);
  const { current, source, same } = found;
  return (
    <AccountFrame
      title={same ? words.same : words.title}
      lead={same ? words.sameExplain : words.lead}
      focusKey="compare"
      press={press}
      proof={proof}
    >
      <div class="beside">
        <section>
          <h2>{words.current}</h2>
          {current.length === 0 && <p>{words.none}</p>}
          {current.map((enrolment) => (
            <EnrolmentList key={`${enrolment.school.code} ${enrolment.school.level}`} enrolment={enrolment} />
          ))}
        </section>
        <section class="beside__source">
          <h2>{words.source}</h2>
          <EnrolmentList enrolment={source} instead={current.length === 1 ? current[0] : undefined} />
        </section>
      </div>
      <div class="actions actions--apart">
        {same ? (
          <ButtonLink kind="primary" href="/my-account">
            {words.ok}
          </ButtonLink>
        ) : (
          <Button kind="primary" onClick={onUpdate} busy={press.busy}>
            {words.update}
          </Button>
        )}
        <Button onClick={onBack}>{words.back}</Button>
      </div>
      <Notice>
        <p>{words.notShown}</p>
        <p>
          <a class="tap" href={reportAddress("wrong-data", choice)}>
            {words.wrongReport}
          </a>
        </p>
      </Notice>
    </AccountFrame>
  );
}
