import type { ComponentChildren } from "preact";
import { ButtonLink } from "../../components/button/button.tsx";
import { Notice } from "../../components/notice/notice.tsx";
import { Page } from "../../components/page/page.tsx";
import { activatedWords } from "../../words/public-activation.ts";
import { publicWords } from "../../words/public-registration.ts";
import { useWords } from "../../words/words.ts";
import { AccountText } from "../reset-password/new/account-text.tsx";

interface ActivatedProps {
  /** In full where it was activated just now, else masked: the next person at this device may look. */
  readonly account: string;
  /** It was active before this press. */
  readonly already?: boolean;
  readonly children?: ComponentChildren;
}

/** 啟用成功 → 登入 (M20). */
export function Activated({ account, already, children }: ActivatedProps) {
  const words = useWords(activatedWords);
  const shared = useWords(publicWords);
  return (
    <Page title={words.title} focusKey="done">
      <Notice kind="success" heading={words.yours}>
        <p>
          <AccountText account={account} />
        </p>
        <p>{already ? words.already : words.howToSignIn}</p>
      </Notice>
      <div class="actions">
        <ButtonLink href="/sign-in" kind="primary">
          {shared.signIn}
        </ButtonLink>
      </div>
      {children}
    </Page>
  );
}
