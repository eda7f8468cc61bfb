import { useState } from "preact/hooks";
import type { AnswerOf } from "../../../../functions/contract/routes.ts";
import { ButtonLink } from "../../../components/button/button.tsx";
import { Page } from "../../../components/page/page.tsx";
import { useSession } from "../../../session.tsx";
import { closeAccountWords } from "../../../words/close-account.ts";
import { useWords } from "../../../words/words.ts";
import { AccountText } from "../../reset-password/new/account-text.tsx";
import { CloseForm } from "./close-form.tsx";

type Closed = AnswerOf<"POST /api/my-account/close">;

/** 關閉帳號: what happens, the account typed again, and the 30 days in which it can come back. */
export function CloseAccount() {
  const { refresh } = useSession();
  const [closed, setClosed] = useState<Closed>();
  if (closed) return <ClosedPage closed={closed} />;
  return (
    <CloseForm
      onClosed={(answer) => {
        setClosed(answer);
        // Nobody is signed in here any more.
        void refresh();
      }}
    />
  );
}

function ClosedPage({ closed: { account, days } }: { readonly closed: Closed }) {
  const words = useWords(closeAccountWords);
  return (
    <Page title={words.done} lead={words.doneExplain(days)} focusKey="done">
      <p>
        <AccountText account={account} />
      </p>
      <div class="actions">
        <ButtonLink kind="primary" href="/">
          {words.home}
        </ButtonLink>
        <ButtonLink href="/activate/code">{words.enable}</ButtonLink>
      </div>
    </Page>
  );
}
