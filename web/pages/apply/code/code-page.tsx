import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso/router";
import { call } from "../../../api.ts";
import { Button } from "../../../components/button/button.tsx";
import type { Captcha } from "../../../components/captcha-field/use-captcha.ts";
import { CodeField } from "../../../components/code-field/code-field.tsx";
import { Loading } from "../../../components/loading/loading.tsx";
import { ProblemPanel } from "../../../components/problem-panel/problem-panel.tsx";
import { codePageWords } from "../../../words/apply-account.ts";
import { captchaWords } from "../../../words/captcha.ts";
import { errorWords } from "../../../words/errors.ts";
import { useLanguage } from "../../../words/language.tsx";
import { useSay, useWords } from "../../../words/words.ts";
import { useApplication, useApplicationState } from "../application-state.tsx";
import { StepFrame } from "../step-frame.tsx";
import { useStep } from "../use-step.ts";
import { type Attempt, attemptFor } from "./attempt.ts";
import { CodeCaptcha } from "./code-captcha.tsx";
import { useSentCode } from "./use-sent-code.ts";

/** The six-digit code (M18): either channel's code proves its channel, and one is enough to go on. */
export function CodePage() {
  const words = useWords(codePageWords);
  const captchaSays = useWords(captchaWords);
  const say = useSay();
  const { language } = useLanguage();
  const application = useApplication();
  const { save } = useApplicationState();
  const { route } = useLocation();
  const step = useStep();
  const [code, setCode] = useState("");
  const { sent, sending, problem, repeats, send } = useSentCode(application, language);
  const [needsCaptcha, setNeedsCaptcha] = useState(false);
  const captcha = useRef<Captcha>(null);
  const attempt = useRef<Attempt | undefined>(undefined);

  // What the sending was refused for is told like any other refusal: some lead to another page.
  const { refuse } = step;
  useEffect(() => {
    if (problem && (sent || problem.status === 409)) void refuse({ problem });
  }, [problem]);

  const check = async () => {
    attempt.current = attemptFor(code, attempt.current);
    const answer = captcha.current?.answer;
    const outcome = await call("POST /api/verify-code/check", {
      purpose: "register",
      code,
      attempt: attempt.current.id,
      ...(answer ? { captcha: answer } : {}),
    });
    attempt.current = {
      ...attempt.current,
      answered: outcome.ok || (outcome.problem.status > 0 && outcome.problem.status < 500),
    };
    if (outcome.ok) {
      save({ ...application, step: "review" });
      route("/apply/review");
      return undefined;
    }
    captcha.current?.renew();
    if (outcome.problem.code === "code-needs-captcha") setNeedsCaptcha(true);
    if (outcome.problem.code === "captcha-wrong" || outcome.problem.code === "code-needs-captcha")
      return { errors: [{ id: "captcha", text: say(errorWords[outcome.problem.code]) }] };
    if (outcome.problem.code === "code-wrong") return { errors: [{ id: "code", text: say(errorWords["code-wrong"]) }] };
    return { problem: outcome.problem };
  };
  const found = () => {
    const errors = code.length === 6 ? [] : [{ id: "code", text: words.missing }];
    if (!needsCaptcha || captcha.current?.answer) return errors;
    const open = captcha.current?.mode === "work" ? captchaSays.needWork : captchaSays.needDigits;
    return [...errors, { id: "captcha", text: open }];
  };
  const both = application.email && application.mobile;
  return (
    <StepFrame
      page="code"
      question={words.question}
      lead={sent && (both ? words.explainBoth : words.explainOne)}
      step={step}
      onSubmit={() => sent && step.submit(found(), check)}
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
            sentTo={sent.sentTo}
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
