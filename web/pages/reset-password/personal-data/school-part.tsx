import { useLocation } from "preact-iso/router";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { type PickField, SchoolPicker } from "../../../components/school-picker/school-picker.tsx";
import type { SchoolPick } from "../../../components/school-picker/use-school-pick.ts";
import { usePress } from "../../../use-press.ts";
import { personalDataWords, recoveryWords } from "../../../words/recovery.ts";
import { schoolPickerWords } from "../../../words/school-picker.ts";
import { useWords } from "../../../words/words.ts";
import { writeChoice } from "../../apply/rules/choice.ts";
import { reportAddress } from "../../apply/rules/report-address.ts";
import { WayFrame } from "../way-frame.tsx";

interface SchoolPartProps {
  readonly title: string;
  readonly address: string;
  readonly backHref: string;
  readonly pick: SchoolPick;
}

const lists: readonly PickField[] = ["county", "district", "level", "school"];

/** 縣市 → 區域 → 學制 → 學校, then 下一步. Whom the way is for is said before anything is filled in. */
export function SchoolPart({ title, address, backHref, pick }: SchoolPartProps) {
  const words = useWords(personalDataWords);
  const shared = useWords(recoveryWords);
  const picker = useWords(schoolPickerWords);
  const { route } = useLocation();
  const press = usePress();
  const sentences = {
    county: picker.countyMissing,
    district: picker.districtMissing,
    level: picker.levelMissing,
    school: picker.schoolMissing,
  };
  // Only the first open list is told: the ones after it cannot be answered yet.
  const open = pick.school ? undefined : lists.find((list) => !pick.picked[list]);
  const next = () =>
    press.submit(open ? [{ id: open, text: sentences[open] }] : [], async () => {
      route(`${address}/person${writeChoice(pick.picked)}`);
      return undefined;
    });
  const told = lists.find((list) => press.errorOf(list));
  return (
    <WayFrame title={title} backHref={backHref} press={press}>
      <Notice heading={words.whoTitle}>
        <p>{words.who}</p>
        <p>
          <a class="tap" href={backHref}>
            {shared.otherWays}
          </a>
        </p>
      </Notice>
      <section>
        <h2>{words.school}</h2>
        <p>{words.schoolLead}</p>
        <Form onSubmit={next}>
          <SchoolPicker
            pick={pick}
            errors={told ? { [told]: sentences[told] } : {}}
            onPick={(picked) => route(`${address}${writeChoice(picked)}`, true)}
          />
          <div class="actions">
            <Button type="submit" kind="primary" busy={pick.state === "loading"}>
              {shared.next}
            </Button>
            <ButtonLink href={reportAddress("school-not-listed", pick.picked)} kind="quiet">
              {words.notListed}
            </ButtonLink>
          </div>
        </Form>
      </section>
    </WayFrame>
  );
}
