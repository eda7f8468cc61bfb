import type { ComponentChildren } from "preact";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { Form } from "../../../components/form-page/form.tsx";
import { WizardFrame } from "../../../components/wizard-frame/wizard-frame.tsx";
import type { Press } from "../../../use-press.ts";
import { publicWords } from "../../../words/public-registration.ts";
import { useWords } from "../../../words/words.ts";
import { type RegisterPage, registerSteps } from "../rules/register-pages.ts";

interface RegisterFrameProps {
  readonly page: RegisterPage;
  readonly question: string;
  readonly lead?: ComponentChildren;
  readonly backHref: string;
  readonly press?: Press;
  readonly onSubmit: () => void;
  /** Before the form. */
  readonly above?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** One step of 其他會員註冊: where one is, the way back, what is wrong, and its one form. */
export function RegisterFrame({
  page,
  question,
  lead,
  backHref,
  press,
  onSubmit,
  above,
  children,
}: RegisterFrameProps) {
  const words = useWords(publicWords);
  return (
    <WizardFrame
      step={registerSteps.indexOf(page) + 1}
      steps={registerSteps.length}
      name={question}
      wizard={words.title}
      backHref={backHref}
      {...(lead ? { lead } : {})}
    >
      {press && <ErrorSummary errors={press.errors} problem={press.problem} attempt={press.attempt} />}
      {above}
      <Form onSubmit={onSubmit}>{children}</Form>
    </WizardFrame>
  );
}
