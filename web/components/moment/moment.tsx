import { useLanguage } from "../../words/language.tsx";
import { dateTimeOf, relativeTimeOf } from "../../words/times.ts";

interface MomentProps {
  /** UTC ISO 8601 */
  readonly iso: string;
  /** ms since 1970 */
  readonly now: number;
}

/** 2026年11月21日 15:04（3 小時前） */
export function Moment({ iso, now }: MomentProps) {
  const { language } = useLanguage();
  const [open, close] = language === "en" ? ["(", ")"] : ["（", "）"];
  return (
    <>
      <time dateTime={iso}>{dateTimeOf(iso, language)}</time>{" "}
      <span class="muted">
        {open}
        {relativeTimeOf(iso, now, language)}
        {close}
      </span>
    </>
  );
}
