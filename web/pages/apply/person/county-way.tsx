import { type ComponentChildren, Fragment } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { CountyButton } from "../../../components/county-picker/county-button.tsx";
import { useStart } from "../../../components/county-picker/use-start.ts";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { Loading } from "../../../components/loading/loading.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { countyWayWords } from "../../../words/county-way.ts";
import { useLanguage } from "../../../words/language.tsx";
import { useWords } from "../../../words/words.ts";
import type { CountyWay as Way } from "./use-county-way.ts";

interface CountyWayProps {
  readonly way: Way;
  /** The name as the proved county account has it. */
  readonly onName: (name: string) => void;
  /** The personal data (M13). Waits until it is known what stands before it, so that it does not move. */
  readonly children: ComponentChildren;
}

/** M12: the county's own button first, where it has one, and the personal data below. */
export function CountyWay({ way, onName, children }: CountyWayProps) {
  const words = useWords(countyWayWords);
  const { language } = useLanguage();
  const start = useStart("apply");
  const known = way.state === "proved" ? way.name : undefined;
  // Once, when it comes and before it is seen: what the person types afterwards stays
  useLayoutEffect(() => {
    if (known) onName(known);
  }, [known]);
  if (way.state === "loading") return <Loading lines={20} />;
  if (way.state === "none") return <Fragment key="data">{children}</Fragment>;
  const name = language === "en" ? way.entry.nameEn : way.entry.name;
  return (
    <>
      {way.state === "proved" ? (
        <Notice kind="success" heading={words.confirmedTitle}>
          <p>{words.confirmed(name)}</p>
        </Notice>
      ) : (
        <section class="apply-county">
          <h2>{words.heading(name)}</h2>
          <p>{words.explain}</p>
          <ErrorSummary problem={start.problem} attempt={start.attempt} />
          <div class="actions">
            <CountyButton entry={way.entry} start={start} />
          </div>
          <h2 class="apply-county__or">{words.or}</h2>
        </section>
      )}
      <Fragment key="data">{children}</Fragment>
    </>
  );
}
