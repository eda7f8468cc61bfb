import type { Enrolment } from "../../../../functions/contract/schemas/parts.ts";
import { ButtonLink } from "../../../components/button/button.tsx";
import { schoolCompareWords } from "../../../words/my-school.ts";
import { useWords } from "../../../words/words.ts";
import { AccountFrame } from "../account-frame.tsx";
import { EnrolmentList } from "../enrolment-list.tsx";

/** 更新成功, with what is on record now; 確定 leads to 查閱個人資料. */
export function SchoolDone({ enrolments }: { readonly enrolments: readonly Enrolment[] }) {
  const words = useWords(schoolCompareWords);
  return (
    <AccountFrame title={words.done} lead={words.doneExplain} backHref={false} focusKey="done">
      {enrolments.map((enrolment) => (
        <EnrolmentList key={`${enrolment.school.code} ${enrolment.school.level}`} enrolment={enrolment} />
      ))}
      <div class="actions actions--apart">
        <ButtonLink kind="primary" href="/my-account">
          {words.ok}
        </ButtonLink>
      </div>
    </AccountFrame>
  );
}
