import type { ComponentChildren } from "preact";
import { partWords } from "../../words/parts.ts";
import { useWords } from "../../words/words.ts";
import { Icon } from "../icon/icon.tsx";
import { Page } from "../page/page.tsx";
import { type SummaryItem, SummaryList } from "../summary-list/summary-list.tsx";

interface WizardFrameProps {
  /** From 1. */
  readonly step: number;
  readonly steps: number;
  /** The step's name, which is the page's heading. */
  readonly name: string;
  /** What the whole wizard is for: 申請帳號. Goes into the title of the document. */
  readonly wizard: string;
  /** The address of the step before; without it there is no 回上一頁. Each step is an address, so the browser's button does the same. */
  readonly backHref?: string;
  /** What was chosen so far. */
  readonly chosen?: readonly SummaryItem[];
  readonly lead?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** One step of several: where one is, the way back, what was chosen, and the one question of this step. */
export function WizardFrame({ step, steps, name, wizard, backHref, chosen = [], lead, children }: WizardFrameProps) {
  const words = useWords(partWords);
  return (
    <div class="wizard">
      {backHref && (
        <a class="wizard__back" href={backHref}>
          <Icon name="back" />
          {words.back}
        </a>
      )}
      <progress class="wizard__progress" value={step} max={steps} aria-hidden="true" />
      <Page
        title={name}
        caption={words.step(step, steps)}
        documentTitle={`${name} ${words.step(step, steps)}｜${wizard}`}
        focusKey={step}
        {...(lead ? { lead } : {})}
      >
        {children}
      </Page>
      {chosen.length > 0 && (
        <section class="wizard__chosen" aria-labelledby="chosen-so-far">
          <h2 id="chosen-so-far">{words.chosen}</h2>
          <SummaryList items={chosen} compact />
        </section>
      )}
    </div>
  );
}
