import { ButtonLink } from "../../../components/button/button.tsx";
import { recordWords } from "../../../words/sign-in-records.ts";
import { useWords } from "../../../words/words.ts";

/** 這不是我: what to do at once about a sign-in by somebody else (T17). */
export function NotMe() {
  const words = useWords(recordWords);
  return (
    <details class="not-me">
      <summary>{words.notMe}</summary>
      <p>{words.notMeLead}</p>
      <div class="actions">
        <ButtonLink href="/my-account/password">{words.changePassword}</ButtonLink>
        <ButtonLink href="/my-account/devices">{words.endDevices}</ButtonLink>
        <ButtonLink href="/contact-us?about=not-me">{words.contactUs}</ButtonLink>
      </div>
    </details>
  );
}
