import type { CountyId } from "../../../../functions/contract/counties.ts";
import { ButtonLink } from "../../../components/button/button.tsx";
import { CountyButton } from "../../../components/county-picker/county-button.tsx";
import { entryOf, useCountyEntries } from "../../../components/county-picker/county-entries.ts";
import { CountyHelp } from "../../../components/county-picker/county-help.tsx";
import { canStart } from "../../../components/county-picker/tiles.ts";
import { useStart } from "../../../components/county-picker/use-start.ts";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { Loading } from "../../../components/loading/loading.tsx";
import { Page } from "../../../components/page/page.tsx";
import { ProblemPanel } from "../../../components/problem-panel/problem-panel.tsx";
import { countyWords } from "../../../words/county.ts";
import { useLanguage } from "../../../words/language.tsx";
import { useWords } from "../../../words/words.ts";
import { OtherWays } from "./other-ways.tsx";
import { countyAddress } from "./rules/next-address.ts";
import { useReturnTo } from "./use-return-to.ts";

/** One county: its own button, or why it cannot be used now, whom to call and what else one can do. */
export function OneCountyPage({ county }: { readonly county: CountyId }) {
  const words = useWords(countyWords);
  const { language } = useLanguage();
  const returnTo = useReturnTo();
  const [counties, again] = useCountyEntries();
  const start = useStart("sign-in", returnTo);
  const entry = entryOf(counties, county);
  if (!entry)
    return (
      <Page title={words.title}>
        {counties.state === "failed" ? (
          <ProblemPanel problem={counties.problem} onRetry={again} />
        ) : (
          <Loading lines={8} />
        )}
      </Page>
    );
  const name = language === "en" ? entry.nameEn : entry.name;
  const usable = canStart(entry);
  const title = usable ? words.one(name) : entry.on ? words.downTitle(name) : words.offTitle(name);
  const lead = usable ? words.oneLead : entry.on ? words.downExplain : words.offExplain;
  return (
    <Page title={title} lead={lead} focusKey={title}>
      <ErrorSummary problem={start.problem} attempt={start.attempt} />
      {entry.on && entry.state === "slow" && <p class="muted">{words.slowExplain}</p>}
      <div class="actions">
        {entry.on && <CountyButton entry={entry} start={start} primary={usable} />}
        <ButtonLink href={countyAddress(undefined, returnTo)} kind={entry.on ? "quiet" : "primary"}>
          {words.otherCounty}
        </ButtonLink>
      </div>
      {(!usable || start.problem) && <CountyHelp entry={entry} />}
      <OtherWays returnTo={returnTo} />
    </Page>
  );
}
