import { useEffect } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { Button } from "../../../components/button/button.tsx";
import { CodeField } from "../../../components/code-field/code-field.tsx";
import { Loading } from "../../../components/loading/loading.tsx";
import { ProblemPanel } from "../../../components/problem-panel/problem-panel.tsx";
import { codePageWords } from "../../../words/apply-account.ts";
import { useLanguage } from "../../../words/language.tsx";
import { useWords } from "../../../words/words.ts";
import { useApplication, useApplicationState } from "../application-state.tsx";
import { StepFrame } from "../step-frame.tsx";
import { useStep } from "../use-step.ts";
import { CodeCaptcha } from "./code-captcha.tsx";
import { checkFor, useCodeCheck } from "./use-code-check.ts";
import { useDelivery } from "./use-delivery.ts";
import { useSentCode } from "./use-sent-code.ts";

/** The six-digit code (M18): either channel's code proves its channel, and one is enough to go on. */
export function CodePage() {
  const words = useWords(codePageWords);
  const { language } = useLanguage();
  const application = useApplication();
  const { save } = useApplicationState();
  const { route } = useLocation();
  const step = useStep();
  const { code, setCode, needsCaptcha, captcha, found, check } = useCodeCheck(checkFor("register"));
  const { sent, sending, problem, repeats, send } = useSentCode(application, language);
  const sentTo = useDelivery(sent);

  // What the sending was refused for is told like any other refusal: some lead to another page.
  const { refuse } = step;
  useEffect(() => {
    if (problem && (sent || problem.status === 409)) void refuse({ problem });
  }, [problem]);

  const press = async () => {
    const refused = await check();
    if (refused) return refused;
    save({ ...application, step: "review" });
    route("/apply/review");
    return undefined;
  };
  const both = application.email && application.mobile;
  return (
    <StepFrame
      page="code"
      question={words.question}
      lead={sent && (both ? words.explainBoth : words.explainOne)}
      step={step}
      onSubmit={() => sent && step.submit(found(words.missing), press)}
    >
      {!sent && sending && <Loading lines={6} />}
      {!sent && problem && <ProblemPanel problem={problem} onRetry={send} busy={sending} />}
      {sent && (
        <>
          <CodeField
            id="code"
            value={code}
            onInput={setCode}
            error={step.errorOf("code")}
            sentTo={sentTo}
            expiresAt={sent.expiresAt}
            resendAt={sent.resendAt}
            onResend={send}
            resending={sending}
          />
          <p class="visually-hidden" role="status">
            {sending ? words.sending : repeats > 0 && !problem && words.sentAgain}
          </p>
          {needsCaptcha && <CodeCaptcha captcha={captcha} error={step.errorOf("captcha")} />}
          <div class="actions">
            <Button type="submit" kind="primary" busy={step.busy}>
              {words.start}
            </Button>
          </div>
        </>
      )}
    </StepFrame>
  );
}
