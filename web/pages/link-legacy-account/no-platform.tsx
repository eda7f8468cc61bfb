import { ButtonLink } from "../../components/button/button.tsx";
import { Page } from "../../components/page/page.tsx";
import { linkLegacyWords } from "../../words/link-legacy.ts";
import { useWords } from "../../words/words.ts";

/** The address names no platform: where one may begin again. */
export function NoPlatform() {
  const words = useWords(linkLegacyWords);
  return (
    <Page title={words.noPlatform} lead={words.noPlatformLead} focusKey="none">
      <div class="actions">
        <ButtonLink kind="primary" href="/applications">
          {words.applications}
        </ButtonLink>
        <ButtonLink href="/contact-us?about=signing-in">{words.contactUs}</ButtonLink>
      </div>
    </Page>
  );
}
