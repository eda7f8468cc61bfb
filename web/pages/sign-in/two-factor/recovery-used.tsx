import { ButtonLink } from "../../../components/button/button.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { Page } from "../../../components/page/page.tsx";
import { twoFactorSignInWords } from "../../../words/two-factor-sign-in.ts";
import { useWords } from "../../../words/words.ts";

/** With this many left, or fewer, new ones are worth making. */
const few = 3;

interface RecoveryUsedProps {
  readonly left: number;
  /** Where the person was going. */
  readonly next: string;
}

/** A recovery code was used just now: how many are left is told before one goes on. */
export function RecoveryUsed({ left, next }: RecoveryUsedProps) {
  const words = useWords(twoFactorSignInWords);
  return (
    <Page title={words.used} {...(left > 0 && { lead: words.left(left) })} focusKey="used">
      {left <= few && <Notice kind="warning">{left === 0 ? words.noneLeft : words.few}</Notice>}
      <div class="actions">
        <ButtonLink kind="primary" href={next}>
          {words.goOn}
        </ButtonLink>
        {left <= few && <ButtonLink href="/my-account/two-factor">{words.makeNew}</ButtonLink>}
      </div>
    </Page>
  );
}
