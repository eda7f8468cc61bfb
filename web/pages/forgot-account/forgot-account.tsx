import { useState } from "preact/hooks";
import { ButtonLink } from "../../components/button/button.tsx";
import { CountyChoice } from "../../components/county-picker/county-choice.tsx";
import { Page } from "../../components/page/page.tsx";
import { forgotAccountWords } from "../../words/forgot-account.ts";
import { partWords } from "../../words/parts.ts";
import { useWords } from "../../words/words.ts";
import { AnswerByContacts, FoundAccount } from "./answers.tsx";
import { ByPersonId, type Found } from "./by-person-id.tsx";

/** 忘記帳號 (伍): 使用縣市帳號查詢 (M40) and, beside it, 使用身分證字號／居留證號／其他身分 ID 查詢 (M41). A reload forgets what was shown. */
export function ForgotAccount() {
  const words = useWords(forgotAccountWords);
  const parts = useWords(partWords);
  const [found, setFound] = useState<Found>();
  if (found?.outcome === "shown") return <FoundAccount account={found.account} />;
  if (found?.outcome === "sent") return <AnswerByContacts onBack={() => setFound(undefined)} />;
  return (
    <Page title={words.title} lead={words.lead} wide focusKey="ask">
      <div class="faces">
        <section class="form--card">
          <h2>{words.byCounty}</h2>
          <p>{words.byCountyExplain}</p>
          <CountyChoice purpose="forgot-account" />
        </section>
        <section class="form--card">
          <h2>{words.byPersonId}</h2>
          <ByPersonId onFound={setFound} />
        </section>
      </div>
      <section>
        <h2>{words.otherwise}</h2>
        <p>{words.otherwiseExplain}</p>
        <ButtonLink href="/contact-us?about=unknown-account">{parts.contactUs}</ButtonLink>
      </section>
    </Page>
  );
}
