import { ButtonLink } from "../../components/button/button.tsx";
import { Notice } from "../../components/notice/notice.tsx";
import { applyWords, personWords } from "../../words/apply.ts";
import { partWords } from "../../words/parts.ts";
import { useWords } from "../../words/words.ts";

/** M14: who has an account already is told so, and where to go with it. */
export function HasAccount() {
  const words = useWords(personWords);
  const apply = useWords(applyWords);
  const parts = useWords(partWords);
  return (
    <Notice kind="info" heading={words.hasAccountTitle}>
      <p>{words.hasAccountExplain}</p>
      <div class="actions">
        <ButtonLink href="/sign-in">{apply.signIn}</ButtonLink>
        <ButtonLink href="/contact-us?about=unknown-account" kind="quiet">
          {parts.contactUs}
        </ButtonLink>
      </div>
    </Notice>
  );
}
