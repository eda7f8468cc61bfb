import type { CountyId } from "../../../../functions/contract/counties.ts";
import type { Problem } from "../../../api.ts";
import { ButtonLink } from "../../../components/button/button.tsx";
import { recallBegun } from "../../../components/county-picker/begun.ts";
import { entryOf, useCountyEntries } from "../../../components/county-picker/county-entries.ts";
import { CountyHelp } from "../../../components/county-picker/county-help.tsx";
import { Page } from "../../../components/page/page.tsx";
import { troubleWords } from "../../../words/county-pages.ts";
import { errorSentence } from "../../../words/first-errors.ts";
import { partWords } from "../../../words/parts.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { OtherWays } from "./other-ways.tsx";
import { countyAddress } from "./rules/next-address.ts";
import type { Trouble } from "./rules/trouble.ts";

interface CountyTroubleProps {
  readonly problem: Problem;
  readonly trouble: Trouble;
  readonly county: CountyId;
}

/** A county sign-in that did not work out: what happened, 再試一次, other ways, and whom to call at the county. */
export function CountyTrouble({ problem, trouble, county }: CountyTroubleProps) {
  const words = useWords(troubleWords);
  const parts = useWords(partWords);
  const say = useSay();
  const [counties] = useCountyEntries();
  const entry = entryOf(counties, county);
  const begun = recallBegun();
  const again = begun && begun.county === county ? begun.from : countyAddress(county);
  // A fresh try does not open an account that is closed.
  const canTry = trouble !== "disabled";
  return (
    <Page title={words[trouble]} lead={say(errorSentence(problem.code))} focusKey={problem.code}>
      <div class="actions">
        {canTry ? (
          <ButtonLink kind="primary" href={again}>
            {parts.tryAgain}
          </ButtonLink>
        ) : (
          <>
            <ButtonLink kind="primary" href="/activate">
              {words.activate}
            </ButtonLink>
            <ButtonLink href="/contact-us?about=signing-in">{parts.contactUs}</ButtonLink>
          </>
        )}
      </div>
      {problem.id && trouble !== "cancelled" && <p class="muted">{parts.quote(problem.id)}</p>}
      {canTry && <OtherWays />}
      {entry && canTry && <CountyHelp entry={entry} />}
    </Page>
  );
}
