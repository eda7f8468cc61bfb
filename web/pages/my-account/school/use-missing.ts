import { parsePersonId } from "../../../../functions/person/national-id.ts";
import type { FieldError } from "../../../components/error-summary/error-summary.tsx";
import type { PickField } from "../../../components/school-picker/school-picker.tsx";
import type { SchoolPick } from "../../../components/school-picker/use-school-pick.ts";
import { personIdWords } from "../../../words/fields.ts";
import { mySchoolWords } from "../../../words/my-school.ts";
import { schoolPickerWords } from "../../../words/school-picker.ts";
import { useSay, useWords } from "../../../words/words.ts";
import type { Choice } from "../../apply/rules/choice.ts";

const lists: readonly PickField[] = ["county", "district", "level", "school"];

/** What is wrong with the form of 更新個人資料 without a look-up, in the order of the page. */
export function useMissing(): (choice: Choice, pick: SchoolPick, personId: string) => FieldError[] {
  const words = useWords(mySchoolWords);
  const picker = useWords(schoolPickerWords);
  const say = useSay();
  const sentences = {
    county: picker.countyMissing,
    district: picker.districtMissing,
    level: picker.levelMissing,
    school: picker.schoolMissing,
  };
  return (choice, pick, personId) => {
    // Only the first open list is told: the ones after it cannot be answered yet.
    const open = pick.school ? undefined : (lists.find((list) => !pick.picked[list]) ?? "school");
    const parsed = parsePersonId(personId);
    return [
      ...(choice.role ? [] : [{ id: "role", text: words.roleMissing }]),
      ...(open ? [{ id: open, text: sentences[open] }] : []),
      ...(parsed.ok ? [] : [{ id: "personId", text: say(personIdWords[parsed.reason]) }]),
    ];
  };
}
