import { ButtonLink } from "../../components/button/button.tsx";
import { CountyChoice } from "../../components/county-picker/county-choice.tsx";
import { Page } from "../../components/page/page.tsx";
import { forgotAccountWords } from "../../words/forgot-account.ts";
import { partWords } from "../../words/parts.ts";
import { useWords } from "../../words/words.ts";

/** 忘記帳號 (M40): 使用縣市帳號查詢. */
export function ForgotAccount() {
  const words = useWords(forgotAccountWords);
  const parts = useWords(partWords);
  return (
    <Page title={words.title} lead={words.lead}>
      <section>
        <h2>{words.byCounty}</h2>
        <p>{words.byCountyExplain}</p>
        <CountyChoice purpose="forgot-account" />
      </section>
      <section>
        <h2>{words.noCounty}</h2>
        <p>{words.noCountyExplain}</p>
        <ButtonLink href="/contact-us?about=unknown-account">{parts.contactUs}</ButtonLink>
      </section>
    </Page>
  );
}
