import { ButtonLink } from "../../components/button/button.tsx";
import { Page } from "../../components/page/page.tsx";
import { signInWords } from "../../words/sign-in.ts";
import { useWords } from "../../words/words.ts";

/** Where 登出 leads: that it is done, and what else to do on a shared computer. Opening the address signs nobody out (T22). */
export function SignOut() {
  const words = useWords(signInWords);
  return (
    <Page title={words.signedOut} lead={words.signedOutLead}>
      <div class="actions">
        <ButtonLink kind="primary" href="/sign-in">
          {words.again}
        </ButtonLink>
        <ButtonLink href="/">{words.home}</ButtonLink>
      </div>
    </Page>
  );
}
