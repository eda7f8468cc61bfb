import type { ComponentChildren } from "preact";
import { ButtonLink } from "../../../components/button/button.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { Page } from "../../../components/page/page.tsx";
import { AccountText } from "./account-text.tsx";

interface PasswordSetProps {
  readonly account: string;
  readonly words: Readonly<Record<"done" | "doneExplain" | "signIn", string>>;
  /** What the notice says first, where that is more than the title. */
  readonly heading?: string;
  /** Where else one may go from here. */
  readonly children?: ComponentChildren;
}

/** The new password is set: on to 登入 (M50, M55). */
export function PasswordSet({ account, words, heading = words.done, children }: PasswordSetProps) {
  return (
    <Page title={words.done} focusKey="done">
      <Notice kind="success" heading={heading}>
        <p>
          <AccountText account={account} />
        </p>
        <p>{words.doneExplain}</p>
      </Notice>
      <div class="actions">
        <ButtonLink href="/sign-in" kind="primary">
          {words.signIn}
        </ButtonLink>
        {children}
      </div>
    </Page>
  );
}
