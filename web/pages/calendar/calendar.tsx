import { Loading } from "../../components/loading/loading.tsx";
import { NoticesNotLoaded } from "../../components/notice-list/not-loaded.tsx";
import { useNotices } from "../../components/notice-list/notice-data.ts";
import { Page } from "../../components/page/page.tsx";
import { useOwnAddress } from "../../own-address.ts";
import { calendarWords } from "../../words/calendar.ts";
import { monthText } from "../../words/days.ts";
import { useLanguage } from "../../words/language.tsx";
import { useWords } from "../../words/words.ts";
import { MonthList } from "./month-list.tsx";
import { MonthTable } from "./month-table.tsx";
import { entriesOf, isOn, monthIn, monthsLater, todayAt } from "./rules/month.ts";

const base = "/calendar";
const addressOf = (month: string) => `${base}?month=${month}`;

/** The month calendar (M91): a table where there is room for seven columns, a list elsewhere. The month stands in the address. */
export function Calendar() {
  const words = useWords(calendarWords);
  const { language } = useLanguage();
  const { query } = useOwnAddress(base);
  const [data, again] = useNotices();
  const today = todayAt(Date.now());
  const thisMonth = today.slice(0, 7);
  const month = monthIn(query.month) ?? thisMonth;
  const name = monthText(month, language);
  const [previous, next] = [monthsLater(month, -1), monthsLater(month, 1)];
  return (
    <Page title={words.title} documentTitle={words.titleOf(name)} lead={words.lead} wide>
      <nav class="months" aria-label={words.months}>
        {previous && <a href={addressOf(previous)}>{words.previous}</a>}
        {month !== thisMonth && <a href={base}>{words.thisMonth}</a>}
        {next && <a href={addressOf(next)}>{words.next}</a>}
      </nav>
      {data.state === "failed" && <NoticesNotLoaded onRetry={again} />}
      {data.state === "loading" && <Loading lines={12} />}
      {data.state === "ready" && (
        <Month month={month} today={today} entries={entriesOf(data.value).filter((entry) => isOn(entry, month))} />
      )}
      <p>
        <a class="tap" href="/news">
          {words.news}
        </a>
      </p>
    </Page>
  );
}

interface MonthProps {
  readonly month: string;
  readonly today: string;
  readonly entries: ReturnType<typeof entriesOf>;
}

function Month({ month, today, entries }: MonthProps) {
  const words = useWords(calendarWords);
  const { language } = useLanguage();
  return (
    <>
      <p role="status">{words.count(monthText(month, language), entries.length)}</p>
      <MonthTable month={month} today={today} entries={entries} />
      <MonthList entries={entries} />
    </>
  );
}
