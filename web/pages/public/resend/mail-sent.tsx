import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { useSecondsUntil } from "../../../components/code-field/use-seconds-until.ts";
import { Page } from "../../../components/page/page.tsx";
import { codeWords } from "../../../words/code.ts";
import { resendWords } from "../../../words/public-activation.ts";
import { publicWords } from "../../../words/public-registration.ts";
import { useWords } from "../../../words/words.ts";

interface MailSentProps {
  /** ms since 1970 */
  readonly resendAt: number;
  readonly onAgain: () => void;
}

/** The same whether anybody registered with the address or not (T04). */
export function MailSent({ resendAt, onAgain }: MailSentProps) {
  const words = useWords(resendWords);
  const codes = useWords(codeWords);
  const shared = useWords(publicWords);
  const wait = useSecondsUntil(resendAt);
  return (
    <Page title={words.done} lead={words.doneLead} focusKey="sent">
      <p>{words.spam}</p>
      <div class="code-field__again">
        <Button onClick={onAgain} disabled={wait > 0} describedBy="again-wait">
          {words.again}
        </Button>
        <span id="again-wait">{wait > 0 && codes.resendIn(wait)}</span>
      </div>
      <div class="actions">
        <ButtonLink href="/contact-us?about=code-not-received" kind="quiet">
          {codes.notReceived}
        </ButtonLink>
        <ButtonLink href="/sign-in" kind="quiet">
          {shared.signIn}
        </ButtonLink>
      </div>
    </Page>
  );
}
