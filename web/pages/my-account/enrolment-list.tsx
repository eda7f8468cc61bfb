import type { Enrolment } from "../../../functions/contract/schemas/parts.ts";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { myAccountWords } from "../../words/my-account.ts";
import { schoolCompareWords } from "../../words/my-school.ts";
import { roleWords } from "../../words/roles.ts";
import { useSay, useWords } from "../../words/words.ts";

interface EnrolmentListProps {
  readonly enrolment: Enrolment;
  /** What it takes the place of: where they differ it is said. */
  readonly instead?: Enrolment | undefined;
}

/** What is on record of a person at one school. */
export function EnrolmentList({ enrolment, instead }: EnrolmentListProps) {
  const words = useWords(myAccountWords);
  const compare = useWords(schoolCompareWords);
  const say = useSay();
  const partsOf = ({ role, county, district, school, grade, class: className, seat }: Enrolment) => ({
    [words.school]: school.name,
    [words.role]: say(roleWords[role]),
    [words.county]: county,
    [words.district]: district,
    [words.level]: school.level,
    [words.grade]: grade,
    [words.class]: className,
    [words.seat]: seat,
  });
  const before = instead && partsOf(instead);
  const items = Object.entries(partsOf(enrolment)).flatMap(([term, detail]) => {
    if (!detail) return [];
    const differs = before && before[term] !== detail;
    return [{ term, detail: differs ? <Different detail={detail} word={compare.differs} /> : detail }];
  });
  return <SummaryList items={items} />;
}

function Different({ detail, word }: { readonly detail: string; readonly word: string }) {
  return (
    <>
      <b>{detail}</b>
      <span class="state state--warning">{word}</span>
    </>
  );
}
