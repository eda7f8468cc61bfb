import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Notice } from "../../components/notice/notice.tsx";
import type { SummaryItem } from "../../components/summary-list/summary-list.tsx";
import { WizardFrame } from "../../components/wizard-frame/wizard-frame.tsx";
import { applyWords } from "../../words/apply.ts";
import { errorSentence } from "../../words/first-errors.ts";
import { useSay, useWords } from "../../words/words.ts";
import { useApplication, useApplicationState } from "./application-state.tsx";
import { addressOf } from "./rules/addresses.ts";
import type { Choice } from "./rules/choice.ts";
import { type ApplyPage, pageBefore, stepCount, stepNumber } from "./rules/steps.ts";
import type { Step } from "./use-step.ts";

interface StepFrameProps {
  readonly page: ApplyPage;
  readonly question: string;
  readonly lead?: ComponentChildren;
  /** The choice in the address; after the identity step the service knows it. */
  readonly choice?: Choice;
  readonly chosen?: readonly SummaryItem[];
  readonly step?: Step;
  /** The page's one form. */
  readonly onSubmit?: () => void;
  readonly children: ComponentChildren;
}

/** What every step of 申請帳號 has around its question: place, way back, why one was sent here, and what is wrong. */
export function StepFrame({ page, question, lead, choice, chosen, step, onSubmit, children }: StepFrameProps) {
  const words = useWords(applyWords);
  const say = useSay();
  const { told, wasTold } = useApplicationState();
  const cameWith = useRef(told);
  useEffect(() => () => (cameWith.current ? wasTold() : undefined), [wasTold]);
  const before = pageBefore(page);
  const back = addressOf(before ?? page, choice, useApplication());
  return (
    <WizardFrame
      step={stepNumber(page)}
      steps={stepCount}
      name={question}
      wizard={words.title}
      {...(before ? { backHref: back } : {})}
      {...(chosen ? { chosen } : {})}
      {...(lead ? { lead } : {})}
    >
      {told && (
        <Notice kind="warning" announce>
          <p>{say(errorSentence(told))}</p>
        </Notice>
      )}
      {step && <ErrorSummary errors={step.errors} problem={step.problem} attempt={step.attempt} />}
      <form
        class="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
      >
        {children}
      </form>
    </WizardFrame>
  );
}
