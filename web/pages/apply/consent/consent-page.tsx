import { useLocation } from "preact-iso/router";
import { guardianUnderAge, termsVersion } from "../../../../functions/contract/terms.ts";
import { call } from "../../../api.ts";
import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { CheckField } from "../../../components/check-field/check-field.tsx";
import { consentWords } from "../../../words/apply.ts";
import { noticeOpening, noticeSections } from "../../../words/apply-notice.ts";
import { useWords } from "../../../words/words.ts";
import { useApplication, useApplicationState } from "../application-state.tsx";
import { homeOf } from "../rules/steps.ts";
import { StepFrame } from "../step-frame.tsx";
import { useTyped } from "../typed.ts";
import { useStep } from "../use-step.ts";
import { NoticeText } from "./notice-text.tsx";

/** 個資蒐集告知聲明同意書 (M15), whole. 不同意 goes back one step and nothing is made. */
export function ConsentPage() {
  const words = useWords(consentWords);
  const { save } = useApplicationState();
  const { enrolment } = useApplication();
  const { route } = useLocation();
  const [guardian, setGuardian] = useTyped("guardian");
  const step = useStep();
  const asksGuardian = enrolment?.role === "student";
  const agree = () => {
    const errors = asksGuardian && !guardian ? [{ id: "guardian", text: words.guardianMissing }] : [];
    return step.submit(errors, async () => {
      const body = { agreed: true, termsVersion, ...(asksGuardian ? { guardian } : {}) } as const;
      const outcome = await call("POST /api/register/consent", body);
      if (!outcome.ok) return { problem: outcome.problem };
      save(outcome.answer);
      route(`/apply/${homeOf(outcome.answer.step)}`);
      return undefined;
    });
  };
  return (
    <StepFrame page="consent" question={words.question} step={step} onSubmit={agree}>
      {step.problem?.code === "consent-outdated" && <Button onClick={() => location.reload()}>{words.readNew}</Button>}
      <NoticeText opening={noticeOpening} sections={noticeSections} />
      {asksGuardian && (
        <CheckField
          id="guardian"
          label={words.guardian(guardianUnderAge)}
          hint={words.guardianHint(guardianUnderAge)}
          error={step.errorOf("guardian")}
          checked={guardian}
          onChange={setGuardian}
        />
      )}
      <div class="actions">
        <Button type="submit" kind="primary" busy={step.busy}>
          {words.agree}
        </Button>
        <ButtonLink href="/apply/confirm" describedBy="disagree-about">
          {words.disagree}
        </ButtonLink>
      </div>
      <p class="muted" id="disagree-about">
        {words.disagreeExplain}
      </p>
    </StepFrame>
  );
}
