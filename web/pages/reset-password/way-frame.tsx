import type { ComponentChildren } from "preact";
import { ErrorSummary } from "../../components/error-summary/error-summary.tsx";
import { Icon } from "../../components/icon/icon.tsx";
import { Page } from "../../components/page/page.tsx";
import type { Press } from "../../use-press.ts";
import { partWords } from "../../words/parts.ts";
import { recoveryWords } from "../../words/recovery.ts";
import { useWords } from "../../words/words.ts";

interface WayFrameProps {
  readonly title: string;
  readonly lead?: string;
  /** Where 回上一頁 leads; every page of a way has its address, so the browser's button does the same. */
  readonly backHref: string;
  readonly press?: Press;
  readonly children: ComponentChildren;
}

/** One page of a way back in: 回上一頁, the question, and what is wrong. */
export function WayFrame({ title, lead, backHref, press, children }: WayFrameProps) {
  const parts = useWords(partWords);
  const words = useWords(recoveryWords);
  const failed = press && (press.errors.length > 0 || press.problem !== undefined);
  return (
    <div class="wizard">
      <a class="wizard__back" href={backHref}>
        <Icon name="back" />
        {parts.back}
      </a>
      <Page title={title} documentTitle={failed ? words.error(title) : title} {...(lead ? { lead } : {})}>
        {press && <ErrorSummary errors={press.errors} problem={press.problem} attempt={press.attempt} />}
        {children}
      </Page>
    </div>
  );
}

interface WayFormProps {
  readonly onSubmit: () => void;
  readonly children: ComponentChildren;
}

/** The one form of such a page. */
export function WayForm({ onSubmit, children }: WayFormProps) {
  return (
    <form
      class="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}
