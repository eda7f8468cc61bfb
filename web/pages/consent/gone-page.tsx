import { ButtonLink } from "../../components/button/button.tsx";
import { Page } from "../../components/page/page.tsx";
import { applicationWords } from "../../words/applications.ts";
import { inTheWayWords } from "../../words/consent.ts";
import { useWords } from "../../words/words.ts";

/** The request is not of this browser, or took too long: what happened, and where one may begin again. */
export function GonePage() {
  const words = useWords(inTheWayWords);
  return (
    <Page title={words.gone} lead={words.goneLead} focusKey="gone">
      <div class="actions">
        <ButtonLink kind="primary" href="/applications">
          {useWords(applicationWords).launcher}
        </ButtonLink>
        <ButtonLink href="/contact-us?about=signing-in">{words.contactUs}</ButtonLink>
      </div>
    </Page>
  );
}
