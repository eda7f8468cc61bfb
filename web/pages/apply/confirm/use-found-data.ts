import type { Application } from "../../../../functions/contract/schemas/register.ts";
import type { SummaryItem } from "../../../components/summary-list/summary-list.tsx";
import { applyWords, confirmWords, identityWords } from "../../../words/apply.ts";
import { levelNames } from "../../../words/school-picker.ts";
import { useSay, useWords } from "../../../words/words.ts";

/** The found data as a list; what the roster leaves open (a teacher has no seat) has no line. */
export function useFoundData(application: Application): SummaryItem[] {
  const words = useWords(confirmWords);
  const apply = useWords(applyWords);
  const roles = useWords(identityWords);
  const say = useSay();
  const { name, personId, enrolment } = application;
  const lines: [term: string, detail: string | undefined][] = [
    [words.name, name],
    [words.personId, personId],
    [apply.identity, enrolment && roles[enrolment.role]],
    [apply.county, enrolment?.county],
    [apply.district, enrolment?.district],
    [apply.level, enrolment && say(levelNames[enrolment.school.level])],
    [apply.school, enrolment?.school.name],
    [words.grade, enrolment?.grade],
    [words.class, enrolment?.class],
    [words.seat, enrolment?.seat],
  ];
  return lines.flatMap(([term, detail]) => (detail ? [{ term, detail }] : []));
}
