import { ButtonLink } from "../../components/button/button.tsx";
import { CountyChoice } from "../../components/county-picker/county-choice.tsx";
import { Page } from "../../components/page/page.tsx";
import { partWords } from "../../words/parts.ts";
import { resetPasswordWords } from "../../words/reset-password.ts";
import { useWords } from "../../words/words.ts";

/** 忘記密碼 (陸): the ways to a new password that there are. A way that comes to exist adds its part here. */
export function ResetPassword() {
  const words = useWords(resetPasswordWords);
  const parts = useWords(partWords);
  return (
    <Page title={words.title} lead={words.lead}>
      <section>
        <h2>{words.byCounty}</h2>
        <p>{words.byCountyExplain}</p>
        <CountyChoice purpose="reset-password" />
      </section>
      <section>
        <h2>{words.otherwise}</h2>
        <p>{words.otherwiseExplain}</p>
        <div class="actions">
          <ButtonLink href="/contact-us">{parts.contactUs}</ButtonLink>
          <ButtonLink href="/forgot-account" kind="quiet">
            {words.forgotAccount}
          </ButtonLink>
        </div>
      </section>
    </Page>
  );
}
