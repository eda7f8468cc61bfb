import { changesOnceADay } from "../../../../functions/contract/reset-ways.ts";
import { ButtonLink } from "../../../components/button/button.tsx";
import { Notice } from "../../../components/notice/notice.tsx";
import { Page } from "../../../components/page/page.tsx";
import { newPasswordWords } from "../../../words/reset-password.ts";
import { useWords } from "../../../words/words.ts";
import { AccountText } from "./account-text.tsx";
import type { DoneGrant } from "./shown.ts";

/** 密碼變更完成 (M50, M51): on to 登入, or to 忘記帳號. */
export function ResetDone({ done: { account, way } }: { readonly done: DoneGrant }) {
  const words = useWords(newPasswordWords);
  return (
    <Page title={words.done} focusKey="done">
      <Notice kind="success" heading={changesOnceADay(way) ? words.doneOnceADay : words.done}>
        <p>
          <AccountText account={account} />
        </p>
        <p>{words.doneExplain}</p>
      </Notice>
      <div class="actions">
        <ButtonLink href="/sign-in" kind="primary">
          {words.signIn}
        </ButtonLink>
        <ButtonLink href="/forgot-account">{words.forgotAccount}</ButtonLink>
      </div>
    </Page>
  );
}
