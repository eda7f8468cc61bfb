import { Translated } from "../../components/notice-list/translated.tsx";
import { calendarWords } from "../../words/calendar.ts";
import { dayOf, monthText, timeText, weekdays } from "../../words/days.ts";
import { useLanguage } from "../../words/language.tsx";
import { useWords } from "../../words/words.ts";
import { type Entry, isOn, weeksOf } from "./rules/month.ts";

interface MonthTableProps {
  readonly month: string;
  readonly today: string;
  readonly entries: readonly Entry[];
}

/** The month in weeks. What takes several days stands on each of them. */
export function MonthTable({ month, today, entries }: MonthTableProps) {
  const { language } = useLanguage();
  return (
    <table class="month">
      <caption>{monthText(month, language)}</caption>
      <thead>
        <tr>
          {weekdays[language].map((weekday) => (
            <th scope="col" key={weekday}>
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month).map((week) => (
          <tr key={week.find((day) => day !== undefined)}>
            {week.map((day, weekday) =>
              day === undefined ? (
                <td class="month__none" key={weekday} />
              ) : (
                <td key={day} aria-current={day === today ? "date" : undefined}>
                  <Day day={day} isToday={day === today} entries={entries.filter((entry) => isOn(entry, day))} />
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  readonly day: string;
  readonly isToday: boolean;
  readonly entries: readonly Entry[];
}

function Day({ day, isToday, entries }: DayProps) {
  const words = useWords(calendarWords);
  return (
    <>
      <time class="month__day" dateTime={day}>
        {Number(day.slice(8))}
        {isToday && <span class="month__today"> {words.today}</span>}
      </time>
      {entries.length > 0 && (
        <ul class="month__entries">
          {entries.map(({ slug, title, start }) => (
            <li key={`${slug} ${start}`}>
              <a href={`/news/${slug}`}>
                {dayOf(start) === day && timeText(start) && <span class="month__time">{timeText(start)} </span>}
                <Translated of={title} />
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
