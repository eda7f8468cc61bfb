import { ButtonLink } from "../../../components/button/button.tsx";
import { activationWords } from "../../../words/public-activation.ts";
import { publicWords } from "../../../words/public-registration.ts";
import { useWords } from "../../../words/words.ts";
import { NothingToActivate } from "../nothing-to-activate.tsx";

/** The link is not whole, too old, or its tries are spent. */
export function ActivationGone() {
  const words = useWords(activationWords);
  const { signIn } = useWords(publicWords);
  return (
    <NothingToActivate
      title={words.gone}
      lead={words.goneLead}
      text={words.goneReload}
      focusKey="gone"
      contactHref="/contact-us"
    >
      <ButtonLink href="/sign-in">{signIn}</ButtonLink>
    </NothingToActivate>
  );
}
