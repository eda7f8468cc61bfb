import { Button, ButtonLink } from "../../components/button/button.tsx";
import { Page } from "../../components/page/page.tsx";
import { forgotAccountWords } from "../../words/forgot-account.ts";
import { partWords } from "../../words/parts.ts";
import { useWords } from "../../words/words.ts";
import { AccountText } from "../reset-password/new/account-text.tsx";

/** The account, then 登入 or 忘記密碼 (M41). It is in no address and no storage. */
export function FoundAccount({ account }: { readonly account: string }) {
  const words = useWords(forgotAccountWords);
  return (
    <Page title={words.yours} lead={words.yoursLead} focusKey="found">
      <p class="county-account">
        <AccountText account={account} />
      </p>
      <div class="actions">
        <ButtonLink kind="primary" href="/sign-in">
          {words.signIn}
        </ButtonLink>
        <ButtonLink href="/reset-password">{words.forgotPassword}</ButtonLink>
      </div>
      <p class="muted">{words.shared}</p>
    </Page>
  );
}

/** Where the service shows no account to a stranger: the same for every number, whether there is such a person or not (C8). */
export function AnswerByContacts({ onBack }: { readonly onBack: () => void }) {
  const words = useWords(forgotAccountWords);
  const parts = useWords(partWords);
  return (
    <Page title={words.sent} lead={words.sentLead} focusKey="sent">
      <p>{words.sentWhy}</p>
      <div class="actions">
        <ButtonLink kind="primary" href="/sign-in">
          {words.signIn}
        </ButtonLink>
        <Button onClick={onBack}>{words.back}</Button>
        <ButtonLink href="/contact-us?about=unknown-account" kind="quiet">
          {parts.contactUs}
        </ButtonLink>
      </div>
    </Page>
  );
}
