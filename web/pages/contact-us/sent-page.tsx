import { useState } from "preact/hooks";
import { ButtonLink } from "../../components/button/button.tsx";
import { Page } from "../../components/page/page.tsx";
import { useSession } from "../../session.tsx";
import { sentWords } from "../../words/contact-us-sent.ts";
import { useWords } from "../../words/words.ts";
import { CaseNumber } from "./case-number.tsx";
import { openedHere } from "./opened-here.ts";
import { OtherWays } from "./other-ways.tsx";

/** After 送出 (M70 step 3): number and code, where they went besides, and where to go on. */
export function SentPage() {
  const words = useWords(sentWords);
  const { session } = useSession();
  const [opened] = useState(openedHere);
  if (!opened) return <Gone />;
  const { number, code, sentTo } = opened;
  const told = { email: words.mailed, mobile: words.texted };
  return (
    <Page title={words.title} lead={words.lead} focusKey="sent">
      <CaseNumber number={number} code={code} />
      <p>{sentTo ? told[sentTo] : words.notMailed}</p>
      <div class="actions">
        <ButtonLink kind="primary" href={`/case/${number}`}>
          {words.look}
        </ButtonLink>
        {session.state === "in" ? (
          <ButtonLink href="/">{words.home}</ButtonLink>
        ) : (
          <>
            <ButtonLink href="/apply">{words.apply}</ButtonLink>
            <ButtonLink href="/sign-in">{words.signIn}</ButtonLink>
          </>
        )}
      </div>
    </Page>
  );
}

/** A reload: the code was in this tab's memory and nowhere else. */
function Gone() {
  const words = useWords(sentWords);
  return (
    <Page title={words.gone} lead={words.goneLead} focusKey="gone">
      <p>{words.goneElse}</p>
      <div class="actions">
        <ButtonLink kind="primary" href="/case">
          {words.look}
        </ButtonLink>
        <ButtonLink href="/contact-us">{words.again}</ButtonLink>
      </div>
      <OtherWays />
    </Page>
  );
}
