import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { askCounties } from "../../../components/county-picker/county-entries.ts";
import { type PickField, SchoolPicker } from "../../../components/school-picker/school-picker.tsx";
import { useSchoolPick } from "../../../components/school-picker/use-school-pick.ts";
import { applyWords, schoolWords } from "../../../words/apply.ts";
import { schoolPickerWords } from "../../../words/school-picker.ts";
import { useWords } from "../../../words/words.ts";
import { useApplication } from "../application-state.tsx";
import { addressOf } from "../rules/addresses.ts";
import { reportAddress } from "../rules/report-address.ts";
import { StepFrame } from "../step-frame.tsx";
import { useChoice } from "../use-choice.ts";
import { useChosenRole } from "../use-chosen.ts";
import { useStep } from "../use-step.ts";

const lists: readonly PickField[] = ["county", "district", "level", "school"];

/** 縣市 → 行政區 → 學制 → 學校 (M10), or the school's name typed; 我找不到我的學校，回報問題 (M11). */
export function SchoolPage() {
  const words = useWords(schoolWords);
  const apply = useWords(applyWords);
  const picker = useWords(schoolPickerWords);
  const [choice, choose] = useChoice();
  const pick = useSchoolPick(choice);
  const application = useApplication();
  const step = useStep();
  const { route } = useLocation();
  const sentences = {
    county: picker.countyMissing,
    district: picker.districtMissing,
    level: picker.levelMissing,
    school: picker.schoolMissing,
  };
  // What the next page begins with, so that it does not wait for it.
  useEffect(() => void askCounties(), []);
  // Only the first open list is told: the ones after it cannot be answered yet.
  const open = pick.school ? undefined : lists.find((list) => !pick.picked[list]);
  const next = () =>
    step.submit(open ? [{ id: open, text: sentences[open] }] : [], async () => {
      route(addressOf("person", { ...pick.picked, ...(choice.role ? { role: choice.role } : {}) }, application));
      return undefined;
    });
  const told = lists.find((list) => step.errorOf(list));
  return (
    <StepFrame
      page="school"
      question={words.question}
      lead={words.explain}
      choice={choice}
      chosen={useChosenRole(choice, application)}
      step={step}
      onSubmit={next}
    >
      <SchoolPicker
        pick={pick}
        errors={told ? { [told]: sentences[told] } : {}}
        onPick={(picked) => choose({ ...picked, ...(choice.role ? { role: choice.role } : {}) })}
      />
      <div class="actions">
        <Button type="submit" kind="primary" busy={pick.state === "loading"}>
          {apply.next}
        </Button>
        <ButtonLink href={reportAddress("school-not-listed", choice)} kind="quiet">
          {words.notListed}
        </ButtonLink>
      </div>
    </StepFrame>
  );
}
