import { ButtonLink } from "../../../components/button/button.tsx";
import { Page } from "../../../components/page/page.tsx";
import { activationWords } from "../../../words/public-activation.ts";
import { publicWords } from "../../../words/public-registration.ts";
import { useWords } from "../../../words/words.ts";

/** 不是我 was pressed: nothing of the registration stays. */
export function Refused() {
  const words = useWords(activationWords);
  const shared = useWords(publicWords);
  return (
    <Page title={words.refused} lead={words.refusedLead} focusKey="refused">
      <div class="actions">
        <ButtonLink href="/" kind="primary">
          {words.home}
        </ButtonLink>
        <ButtonLink href="/contact-us?about=not-me">{shared.contactUs}</ButtonLink>
      </div>
    </Page>
  );
}
