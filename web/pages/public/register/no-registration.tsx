import { noRegistrationWords } from "../../../words/public-activation.ts";
import { useWords } from "../../../words/words.ts";
import { NothingToActivate } from "../nothing-to-activate.tsx";

/** Nothing waits in this browser: it ran out of time, was refused, or was made elsewhere. */
export function NoRegistration() {
  const words = useWords(noRegistrationWords);
  return (
    <NothingToActivate
      title={words.title}
      lead={words.lead}
      text={words.mail}
      focusKey="none"
      contactHref="/contact-us?about=code-not-received"
    />
  );
}
