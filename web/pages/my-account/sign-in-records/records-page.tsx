import type { ComponentChildren } from "preact";
import { useCallback } from "preact/hooks";
import type { Outcome } from "../../../api.ts";
import { Loading } from "../../../components/loading/loading.tsx";
import { Page } from "../../../components/page/page.tsx";
import { ProblemPanel } from "../../../components/problem-panel/problem-panel.tsx";
import { RecordTable } from "../../../components/record-table/record-table.tsx";
import { useOwnAddress } from "../../../own-address.ts";
import { recordWords } from "../../../words/sign-in-records.ts";
import { useWords } from "../../../words/words.ts";
import { useOwnAnswer } from "../use-own.ts";
import { isCount } from "./counts.ts";
import { HowMany } from "./how-many.tsx";
import { NotMe } from "./not-me.tsx";

interface RecordsPageProps<R> {
  readonly base: string;
  readonly title: string;
  readonly lead: string;
  /** In place of the list while there is none. */
  readonly none: string;
  /** The same function each time the page is drawn. */
  readonly ask: (most: string) => Promise<Outcome<{ readonly records: readonly R[] }>>;
  readonly heads: readonly string[];
  readonly cellsOf: (record: R, now: number) => readonly ComponentChildren[];
}

/** Records of sign-ins: choose how many, 送出, the list (M61, M62). The number stands in the address, so a reload shows the same. */
export function RecordsPage<R extends { readonly at: string }>(props: RecordsPageProps<R>) {
  const { base, title, lead, none, ask, heads, cellsOf } = props;
  const words = useWords(recordWords);
  const { query, route } = useOwnAddress(base);
  const most = isCount(query.most) ? query.most : "10";
  const addressOf = (count: string) => `${base}?most=${count}`;
  const { answer, problem, busy, retry } = useOwnAnswer(
    useCallback(() => ask(most), [ask, most]),
    query.most === undefined ? base : addressOf(most),
  );
  const now = Date.now();
  const show = (count: string) => (count === most ? void retry() : route(addressOf(count)));
  return (
    <Page title={title} lead={lead} wide>
      <HowMany key={most} most={most} busy={busy} onShow={show} />
      {problem && <ProblemPanel problem={problem} onRetry={() => void retry()} busy={busy} />}
      {!problem && !answer && <Loading lines={12} />}
      {!problem && answer && (
        <section>
          <p role="status">{answer.records.length === 0 ? none : words.shown(answer.records.length)}</p>
          {answer.records.length > 0 && <NotMe />}
          {answer.records.length > 0 && (
            <RecordTable
              caption={title}
              heads={heads}
              rows={answer.records.map((record, place) => ({
                key: `${record.at} ${place}`,
                cells: cellsOf(record, now),
              }))}
            />
          )}
        </section>
      )}
    </Page>
  );
}
