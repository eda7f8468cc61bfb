import { ButtonLink } from "../../../components/button/button.tsx";
import { Page } from "../../../components/page/page.tsx";
import { linkWords } from "../../../words/county-pages.ts";
import { errorWords } from "../../../words/errors.ts";
import { partWords } from "../../../words/parts.ts";
import { useSay, useWords } from "../../../words/words.ts";

/** A page that needs a proved county account, in a browser that has none, or no more. */
export function ProofGone() {
  const words = useWords(linkWords);
  const parts = useWords(partWords);
  const say = useSay();
  return (
    <Page title={words.gone} lead={say(errorWords["county-proof-missing"])} focusKey="gone">
      <div class="actions">
        <ButtonLink kind="primary" href="/sign-in/county">
          {words.toCounties}
        </ButtonLink>
        <ButtonLink href="/contact-us?about=county">{parts.contactUs}</ButtonLink>
      </div>
    </Page>
  );
}
