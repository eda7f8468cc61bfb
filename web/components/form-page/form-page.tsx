import type { ComponentChildren } from "preact";
import type { Press } from "../../use-press.ts";
import { partWords } from "../../words/parts.ts";
import { useWords } from "../../words/words.ts";
import { ErrorSummary } from "../error-summary/error-summary.tsx";
import { Icon } from "../icon/icon.tsx";
import { Page } from "../page/page.tsx";

export interface FormPageProps {
  readonly title: string;
  /** Another title for the tab; without it the tab says whether something is wrong. */
  readonly documentTitle?: string;
  readonly lead?: string;
  /** 步驟 1／3 */
  readonly caption?: string;
  /** Where 回上一頁 leads: an address, so the browser's button does the same. False where there is nothing to go back to. */
  readonly backHref: string | false;
  readonly focusKey?: string;
  readonly press?: Press;
  readonly children: ComponentChildren;
}

/** One page with at most one form: 回上一頁, the question, and what is wrong. Stands in a `.wizard`. */
export function FormPage({ backHref, press, children, ...page }: FormPageProps) {
  const words = useWords(partWords);
  const failed = press && (press.errors.length > 0 || press.problem !== undefined);
  return (
    <>
      {backHref && (
        <a class="wizard__back" href={backHref}>
          <Icon name="back" />
          {words.back}
        </a>
      )}
      <Page {...(failed ? { documentTitle: `${words.errorMark}${page.title}` } : {})} {...page}>
        {press && <ErrorSummary errors={press.errors} problem={press.problem} attempt={press.attempt} />}
        {children}
      </Page>
    </>
  );
}
