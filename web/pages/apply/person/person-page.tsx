import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { trimSpaces } from "../../../../functions/person/text.ts";
import { call, type Problem } from "../../../api.ts";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { CaptchaField } from "../../../components/captcha-field/captcha-field.tsx";
import { useCaptcha } from "../../../components/captcha-field/use-captcha.ts";
import type { FieldError } from "../../../components/error-summary/error-summary.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { useSchoolPick } from "../../../components/school-picker/use-school-pick.ts";
import { applyWords, personWords } from "../../../words/apply.ts";
import { captchaWords } from "../../../words/captcha.ts";
import { personIdWords } from "../../../words/fields.ts";
import { errorSentence } from "../../../words/first-errors.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { PersonFields } from "../../reset-password/personal-data/person-fields.tsx";
import { useApplication, useApplicationState } from "../application-state.tsx";
import { HasAccount } from "../has-account.tsx";
import { addressOf } from "../rules/addresses.ts";
import { isSchoolChosen } from "../rules/choice.ts";
import { checkPerson } from "../rules/person-check.ts";
import { reportAddress } from "../rules/report-address.ts";
import { homeOf } from "../rules/steps.ts";
import { StepFrame } from "../step-frame.tsx";
import { useTyped } from "../typed.ts";
import { useChoice } from "../use-choice.ts";
import { useChosenSchool } from "../use-chosen.ts";
import { refusedBy, useStep } from "../use-step.ts";
import { CountyWay } from "./county-way.tsx";
import { useCountyWay } from "./use-county-way.ts";

/** 姓名, 身分證字號／居留證號／其他身分 ID, captcha (M13). A slip in the ID is told before anything is looked up. */
export function PersonPage() {
  const words = useWords(personWords);
  const apply = useWords(applyWords);
  const captchaSays = useWords(captchaWords);
  const say = useSay();
  const [choice] = useChoice();
  const application = useApplication();
  const { save } = useApplicationState();
  const pick = useSchoolPick(choice);
  const way = useCountyWay(pick);
  const chosen = useChosenSchool(choice, pick, application);
  const { route } = useLocation();
  const step = useStep();
  const captcha = useCaptcha("register");
  const [name, setName] = useTyped("name");
  const [personId, setPersonId] = useTyped("personId");

  // An address may name a school that is no more: then it is asked for again.
  const isUnknown = pick.state === "ready" && !pick.school;
  useEffect(() => {
    if (isUnknown) route(addressOf("school", choice, application), true);
  });

  const found = (): FieldError[] => {
    const problems = checkPerson({ name, personId });
    const errors: FieldError[] = [];
    if (problems.name)
      errors.push({ id: "name", text: problems.name === "empty" ? words.nameMissing : words.nameWrong });
    if (problems.personId) errors.push({ id: "personId", text: say(personIdWords[problems.personId]) });
    const open = captcha.mode === "work" ? captchaSays.needWork : captchaSays.needDigits;
    return captcha.answer ? errors : [...errors, { id: "captcha", text: open }];
  };
  const refused = (problem: Problem) => {
    captcha.renew();
    if (problem.code === "proof-of-work-required") captcha.chooseWork();
    if (problem.code === "captcha-wrong")
      return { errors: [{ id: "captcha", text: say(errorSentence(problem.code)) }] };
    return refusedBy(problem, say, { name: words.nameWrong });
  };
  const next = () =>
    step.submit(found(), async () => {
      if (!captcha.answer || !isSchoolChosen(choice)) return undefined;
      const outcome = await call("POST /api/register/identity", {
        role: choice.role,
        school: { code: choice.school, level: choice.level },
        name: trimSpaces(name),
        personId: trimSpaces(personId),
        captcha: captcha.answer,
      });
      if (!outcome.ok) return refused(outcome.problem);
      save(outcome.answer);
      route(`/apply/${homeOf(outcome.answer.step)}`);
      return undefined;
    });
  return (
    <StepFrame
      page="person"
      question={words.question}
      choice={choice}
      chosen={way.state === "loading" ? [] : chosen}
      step={step}
      onSubmit={next}
    >
      {step.problem?.code === "person-not-found" && (
        <Notice kind="info" heading={words.notFoundTitle}>
          <p>{words.notFoundExplain}</p>
          <div class="actions">
            <ButtonLink href={reportAddress("person-not-found", choice)}>{words.notFoundReport}</ButtonLink>
          </div>
        </Notice>
      )}
      {step.problem?.code === "person-has-account" && <HasAccount />}
      <CountyWay way={way} onName={(known) => name === "" && setName(known)}>
        <PersonFields name={[name, setName]} personId={[personId, setPersonId]} errorOf={step.errorOf} />
        <CaptchaField id="captcha" captcha={captcha} error={step.errorOf("captcha")} />
        <div class="actions">
          <Button type="submit" kind="primary" busy={step.busy}>
            {apply.next}
          </Button>
        </div>
      </CountyWay>
    </StepFrame>
  );
}
