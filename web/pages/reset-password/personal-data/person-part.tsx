import { useLocation } from "preact-iso/router";
import { trimSpaces } from "../../../../functions/person/text.ts";
import { call } from "../../../api.ts";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { CaptchaField } from "../../../components/captcha-field/captcha-field.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { districtName } from "../../../components/school-picker/school-search.tsx";
import type { SchoolPick } from "../../../components/school-picker/use-school-pick.ts";
import { SummaryList } from "../../../components/summary-list/summary-list.tsx";
import { usePress } from "../../../use-press.ts";
import { personWords } from "../../../words/apply.ts";
import { personIdWords } from "../../../words/fields.ts";
import { useLanguage } from "../../../words/language.tsx";
import { personalDataWords, recoveryWords } from "../../../words/recovery.ts";
import { levelNames, schoolPickerWords } from "../../../words/school-picker.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { writeChoice } from "../../apply/rules/choice.ts";
import { checkPerson } from "../../apply/rules/person-check.ts";
import { reportAddress } from "../../apply/rules/report-address.ts";
import { baseOf, captchaFormOf, type RecoveryPurpose } from "../recovery.ts";
import { forgetTyped, useTyped } from "../typed.ts";
import { useCaptchaPart } from "../use-captcha-part.ts";
import { WayFrame } from "../way-frame.tsx";
import { PersonFields } from "./person-fields.tsx";

interface PersonPartProps {
  readonly purpose: RecoveryPurpose;
  readonly address: string;
  readonly pick: SchoolPick;
}

/** 姓名, 身分證字號／居留證號／其他身分 ID and captcha, then 下一步. What does not match is not told apart (SHAPE). */
export function PersonPart({ purpose, address, pick }: PersonPartProps) {
  const words = useWords(personalDataWords);
  const shared = useWords(recoveryWords);
  const person = useWords(personWords);
  const say = useSay();
  const { route } = useLocation();
  const press = usePress();
  const { captcha, missing, refused } = useCaptchaPart(captchaFormOf[purpose]);
  const [name, setName] = useTyped("name");
  const [personId, setPersonId] = useTyped("personId");
  const base = baseOf[purpose];
  const { school } = pick;

  const found = () => {
    const problems = checkPerson({ name, personId });
    const nameText = problems.name === "empty" ? person.nameMissing : person.nameWrong;
    return [
      ...(problems.name ? [{ id: "name", text: nameText }] : []),
      ...(problems.personId ? [{ id: "personId", text: say(personIdWords[problems.personId]) }] : []),
      ...missing(),
    ];
  };
  const next = () =>
    press.submit(found(), async () => {
      if (!captcha.answer || !school) return undefined;
      const outcome = await call(`POST /api/${purpose === "reset" ? "reset-password" : "activate"}/personal-data`, {
        role: "student",
        school: { code: school.code, level: school.level },
        name: trimSpaces(name),
        personId: trimSpaces(personId),
        captcha: captcha.answer,
      });
      if (!outcome.ok) return refused(outcome.problem, { name: person.nameWrong });
      forgetTyped();
      route(outcome.answer.next === "code" ? `${base}/code` : `${base}/new`);
      return undefined;
    });
  return (
    <WayFrame title={words.person} backHref={`${address}${writeChoice(pick.picked)}`} press={press}>
      {press.problem?.code === "person-not-found" && (
        <Notice heading={words.notFoundTitle}>
          <p>{words.notFound}</p>
          <div class="actions">
            <ButtonLink href={reportAddress("person-not-found", pick.picked)}>{words.notFoundReport}</ButtonLink>
            <ButtonLink href={base}>{shared.otherWays}</ButtonLink>
          </div>
        </Notice>
      )}
      <ChosenSchool pick={pick} changeHref={`${address}${writeChoice(pick.picked)}`} />
      <Form onSubmit={next}>
        <PersonFields name={[name, setName]} personId={[personId, setPersonId]} errorOf={press.errorOf} />
        <CaptchaField id="captcha" captcha={captcha} error={press.errorOf("captcha")} />
        <div class="actions">
          <Button type="submit" kind="primary" busy={press.busy || !school}>
            {shared.next}
          </Button>
        </div>
      </Form>
    </WayFrame>
  );
}

/** The school that was chosen, with the way to change it; its place is kept while it is on its way. */
function ChosenSchool({ pick, changeHref }: { readonly pick: SchoolPick; readonly changeHref: string }) {
  const words = useWords(personalDataWords);
  const picker = useWords(schoolPickerWords);
  const say = useSay();
  const { language } = useLanguage();
  const { county, school } = pick;
  const place =
    county &&
    school &&
    picker.place(
      language === "en" ? county.nameEn : county.name,
      districtName(county, school.district, language),
      say(levelNames[school.level]),
    );
  const detail = school ? `${school.name} (${place})` : "…";
  const change = { label: words.change, href: changeHref };
  return <SummaryList items={[{ term: words.schoolTerm, detail, change }]} compact />;
}
