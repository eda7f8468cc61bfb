import type { AnswerOf } from "../../../functions/contract/routes.ts";
import { ButtonLink } from "../../components/button/button.tsx";
import { Page } from "../../components/page/page.tsx";
import { notMeWords } from "../../words/not-me.ts";
import { useWords } from "../../words/words.ts";
import { CaseNumber } from "../contact-us/case-number.tsx";

/** What was done, and the way back into the account. */
export function Disabled({ frozen: { number, code } }: { readonly frozen: AnswerOf<"POST /api/not-me"> }) {
  const words = useWords(notMeWords);
  return (
    <Page title={words.done} lead={words.doneLead} focusKey="done">
      <section>
        <h2>{words.case}</h2>
        <CaseNumber number={number} code={code} />
      </section>
      <section>
        <h2>{words.next}</h2>
        <ol class="numbered">
          <li>{words.nextMail}</li>
          <li>{words.nextEnable}</li>
          <li>{words.nextElse}</li>
        </ol>
      </section>
      <div class="actions actions--apart">
        <ButtonLink kind="primary" href="/activate/code">
          {words.enable}
        </ButtonLink>
        <ButtonLink href={`/case/${number}`}>{words.look}</ButtonLink>
        <ButtonLink href="/contact-us?about=not-me">{words.contactUs}</ButtonLink>
      </div>
    </Page>
  );
}
