import { Button, ButtonLink } from "../../../components/button/button.tsx";
import { legacyPasswordWords } from "../../../words/link-legacy-password.ts";
import { useSay, useWords } from "../../../words/words.ts";
import { LinkFrame } from "../link-frame.tsx";
import type { FindStepProps } from "./find-step.ts";

interface PasswordSentProps extends Pick<FindStepProps, "platform" | "accountHref"> {
  readonly masked: string;
  readonly hours: number;
  readonly onAgain: () => void;
}

/** The same whether there is such an account or not (T04). */
export function PasswordSent({ platform, accountHref, masked, hours, onAgain }: PasswordSentProps) {
  const words = useWords(legacyPasswordWords);
  const say = useSay();
  return (
    <LinkFrame
      title={words.sent}
      lead={words.sentLead(masked)}
      backHref={false}
      focusKey="sent"
      help={say(platform.help)}
    >
      <p>{words.lasts(hours)}</p>
      <p>{words.spam}</p>
      <div class="actions">
        <ButtonLink kind="primary" href={accountHref}>
          {words.toForm}
        </ButtonLink>
        <Button onClick={onAgain}>{words.again}</Button>
      </div>
    </LinkFrame>
  );
}
