import { ButtonLink } from "../../components/button/button.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { linkDoneWords } from "../../words/link-legacy.ts";
import { useSay, useWords } from "../../words/words.ts";
import { LinkFrame } from "./link-frame.tsx";
import type { LinkPageProps } from "./link-pages.tsx";
import { WholeNumbers } from "./whole-numbers.tsx";

/** After either way, and for who comes again (M84): what happens now, and on to the application that waits. */
export function DonePage({ coming: { interaction }, arrival, account }: LinkPageProps) {
  const words = useWords(linkDoneWords);
  const say = useSay();
  const { state, platform, legacyAccount, address } = arrival;
  const isLinked = state === "linked";
  const points = isLinked ? [words.history, words.oldGone, words.told] : [words.given, words.found(say(platform.help))];
  const back = interaction === undefined ? address : `/consent/${interaction}`;
  return (
    <LinkFrame
      title={isLinked ? words.linked : words.registered}
      lead={words.lead(say(platform.name))}
      backHref={false}
      focusKey="done"
    >
      {legacyAccount !== undefined && (
        <SummaryList
          items={[
            { term: words.platformAccount, detail: <span translate={false}>{legacyAccount}</span> },
            { term: words.account, detail: <span translate={false}>{account}</span> },
          ]}
        />
      )}
      <section>
        <h2>{words.next}</h2>
        <ul class="bullets">
          {points.map((point) => (
            <li key={point}>
              <WholeNumbers text={point} />
            </li>
          ))}
        </ul>
      </section>
      <div class="actions actions--apart">
        <ButtonLink kind="primary" href={back ?? "/applications"}>
          {back === undefined ? words.applications : words.back}
        </ButtonLink>
      </div>
    </LinkFrame>
  );
}
