import { Translated } from "../../components/notice-list/translated.tsx";
import { calendarWords } from "../../words/calendar.ts";
import { spanText } from "../../words/days.ts";
import { useLanguage } from "../../words/language.tsx";
import { useWords } from "../../words/words.ts";
import type { Entry } from "./rules/month.ts";

/** The month where there is no room for a table: what takes place, each once. */
export function MonthList({ entries }: { readonly entries: readonly Entry[] }) {
  const words = useWords(calendarWords);
  const { language } = useLanguage();
  if (entries.length === 0) return <p class="month-list">{words.none}</p>;
  return (
    <ul class="month-list notice-list">
      {entries.map((entry) => (
        <li key={`${entry.slug} ${entry.start}`}>
          <p class="notice-list__facts">{spanText(entry, language)}</p>
          <a href={`/news/${entry.slug}`}>
            <Translated of={entry.title} />
          </a>
          {entry.place && (
            <p class="muted">
              <Translated of={entry.place} />
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
