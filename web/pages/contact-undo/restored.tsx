import type { AnswerOf } from "../../../functions/contract/routes.ts";
import { ButtonLink } from "../../components/button/button.tsx";
import { Page } from "../../components/page/page.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { contactUndoWords } from "../../words/contact-undo.ts";
import { useWords } from "../../words/words.ts";
import { AccountText } from "../reset-password/new/account-text.tsx";

interface RestoredProps {
  readonly restored: AnswerOf<"POST /api/contact-undo">;
}

/** What was done, and how to keep whoever did it out: by a code that goes to the old contact again. */
export function Restored({ restored: { account, masked } }: RestoredProps) {
  const words = useWords(contactUndoWords);
  return (
    <Page title={words.done} lead={words.doneLead} focusKey="done">
      <SummaryList
        items={[
          { term: words.account, detail: <AccountText account={account} /> },
          // None where there was none before the change.
          ...(masked === "" ? [] : [{ term: words.contact, detail: <span translate={false}>{masked}</span> }]),
        ]}
      />
      <section>
        <h2>{words.next}</h2>
        <ol class="steps">
          <li>{words.nextPassword}</li>
          <li>{words.nextMail}</li>
        </ol>
      </section>
      <div class="actions actions--apart">
        <ButtonLink kind="primary" href="/reset-password/code">
          {words.reset}
        </ButtonLink>
        <ButtonLink href="/contact-us?about=not-me">{words.contactUs}</ButtonLink>
      </div>
    </Page>
  );
}
