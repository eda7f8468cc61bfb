import { ButtonLink } from "../../../components/button/button.tsx";
import { Page } from "../../../components/page/page.tsx";
import { activationWords } from "../../../words/public-activation.ts";
import { publicWords } from "../../../words/public-registration.ts";
import { useWords } from "../../../words/words.ts";
import { registerAddresses } from "../rules/register-pages.ts";

/** The link is not whole, too old, or its tries are spent. */
export function ActivationGone() {
  const words = useWords(activationWords);
  const shared = useWords(publicWords);
  return (
    <Page title={words.gone} lead={words.goneLead} focusKey="gone">
      <p>{words.goneReload}</p>
      <div class="actions">
        <ButtonLink href="/public/resend" kind="primary">
          {shared.resend}
        </ButtonLink>
        <ButtonLink href={registerAddresses.consent}>{shared.registerAgain}</ButtonLink>
        <ButtonLink href="/sign-in">{shared.signIn}</ButtonLink>
        <ButtonLink href="/contact-us" kind="quiet">
          {shared.contactUs}
        </ButtonLink>
      </div>
    </Page>
  );
}
