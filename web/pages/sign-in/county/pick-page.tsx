import { entryOf, useCountyEntries } from "../../../components/county-picker/county-entries.ts";
import { CountyHelp } from "../../../components/county-picker/county-help.tsx";
import { CountyPicker } from "../../../components/county-picker/county-picker.tsx";
import { useStart } from "../../../components/county-picker/use-start.ts";
import { ErrorSummary } from "../../../components/error-summary/error-summary.tsx";
import { Page } from "../../../components/page/page.tsx";
import { ProblemPanel } from "../../../components/problem-panel/problem-panel.tsx";
import { countyWords } from "../../../words/county.ts";
import { countyWayWords } from "../../../words/county-way.ts";
import { useWords } from "../../../words/words.ts";
import { OtherWays } from "./other-ways.tsx";
import { countyAddress } from "./rules/next-address.ts";
import { troubleOf } from "./rules/trouble.ts";
import { useReturnTo } from "./use-return-to.ts";

/** 畫面顯示各縣市圖示 (M31): one press leads to the county's own page. */
export function PickPage() {
  const words = useWords(countyWords);
  const way = useWords(countyWayWords);
  const returnTo = useReturnTo();
  const [counties, again] = useCountyEntries();
  const { going, pressed, problem, attempt, start } = useStart("sign-in", returnTo);
  const refusing = problem && troubleOf(problem.code) ? entryOf(counties, pressed) : undefined;
  return (
    <Page title={words.title} lead={words.lead} wide>
      <ErrorSummary problem={problem} attempt={attempt} />
      {refusing && <CountyHelp entry={refusing} />}
      {counties.state === "failed" ? (
        <ProblemPanel problem={counties.problem} onRetry={again} />
      ) : (
        <CountyPicker
          entries={counties.state === "ready" ? counties.entries : undefined}
          going={going}
          onStart={(county) => void start(county)}
          hrefOf={(county) => countyAddress(county, returnTo)}
        />
      )}
      <p class="county-going" role="status">
        {going && way.going}
      </p>
      <OtherWays returnTo={returnTo} />
    </Page>
  );
}
