import { useState } from "preact/hooks";
import type { CountyId, CountyPurpose } from "../../../functions/contract/counties.ts";
import { countyWords } from "../../words/county.ts";
import { countyWayWords } from "../../words/county-way.ts";
import { useLanguage } from "../../words/language.tsx";
import { partWords } from "../../words/parts.ts";
import { useWords } from "../../words/words.ts";
import { ErrorSummary } from "../error-summary/error-summary.tsx";
import { ProblemPanel } from "../problem-panel/problem-panel.tsx";
import { SelectField } from "../select-field/select-field.tsx";
import { CountyButton } from "./county-button.tsx";
import { entryOf, useCountyEntries } from "./county-entries.ts";
import { CountyUnavailable } from "./county-unavailable.tsx";
import { canStart, isCountyId, shownState } from "./tiles.ts";
import { useStart } from "./use-start.ts";

interface CountyChoiceProps {
  readonly purpose: CountyPurpose;
  /** A path of this site, for after a sign-in. */
  readonly returnTo?: string;
}

/** 所在縣市 as a list, then the county's own button (M40, M47); whom to call where it cannot be used now. Brings its own errors. */
export function CountyChoice({ purpose, returnTo }: CountyChoiceProps) {
  const words = useWords(countyWords);
  const way = useWords(countyWayWords);
  const parts = useWords(partWords);
  const { language } = useLanguage();
  const [counties, again] = useCountyEntries();
  const [county, setCounty] = useState<CountyId>();
  const start = useStart(purpose, returnTo);
  const entry = entryOf(counties, county);
  const entries = counties.state === "ready" ? counties.entries : [];
  if (counties.state === "failed") return <ProblemPanel problem={counties.problem} onRetry={again} />;
  return (
    <div class="form">
      <ErrorSummary problem={start.problem} attempt={start.attempt} />
      <SelectField
        id="county"
        label={words.yourCounty}
        value={county ?? ""}
        onChange={(id) => setCounty(isCountyId(id) ? id : undefined)}
        disabled={counties.state === "loading"}
        prompt={counties.state === "loading" ? parts.loading : parts.choose}
        options={entries.map((one) => {
          const name = language === "en" ? one.nameEn : one.name;
          const state = shownState(one);
          return { value: one.id, label: state === "up" ? name : words.withState(name, words[state]) };
        })}
      />
      {entry && !canStart(entry) && <CountyUnavailable entry={entry} />}
      {entry?.on && (
        <div class="actions">
          <CountyButton entry={entry} start={start} primary={canStart(entry)} />
        </div>
      )}
      <p class="visually-hidden" role="status">
        {start.going && way.going}
      </p>
    </div>
  );
}
