import { ButtonLink } from "../../../components/button/button.tsx";
import { Page } from "../../../components/page/page.tsx";
import { noRegistrationWords } from "../../../words/public-activation.ts";
import { publicWords } from "../../../words/public-registration.ts";
import { useWords } from "../../../words/words.ts";
import { registerAddresses } from "../rules/register-pages.ts";

/** Nothing waits in this browser: it ran out of time, was refused, or was made elsewhere. */
export function NoRegistration() {
  const words = useWords(noRegistrationWords);
  const shared = useWords(publicWords);
  return (
    <Page title={words.title} lead={words.lead} focusKey="none">
      <p>{words.mail}</p>
      <div class="actions">
        <ButtonLink href="/public/resend" kind="primary">
          {shared.resend}
        </ButtonLink>
        <ButtonLink href={registerAddresses.consent}>{shared.registerAgain}</ButtonLink>
        <ButtonLink href="/contact-us?about=code-not-received" kind="quiet">
          {shared.contactUs}
        </ButtonLink>
      </div>
    </Page>
  );
}
