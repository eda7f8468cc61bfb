import type { ComponentChildren } from "preact";
import { ButtonLink } from "../../../components/button/button.tsx";
import { Page } from "../../../components/page/page.tsx";
import { type Way, WayList } from "../../../components/way-list/way-list.tsx";
import { partWords } from "../../../words/parts.ts";
import { useWords } from "../../../words/words.ts";

interface WaysPageProps {
  readonly words: Readonly<Record<"title" | "lead" | "otherwise" | "otherwiseExplain" | "forgotAccount", string>>;
  readonly ways: readonly Way[];
  /** What else may help, between 聯絡我們 and 忘記帳號. */
  readonly children?: ComponentChildren;
}

/** The ways back in, each at its own address, and what to do when none of them works. */
export function WaysPage({ words, ways, children }: WaysPageProps) {
  const parts = useWords(partWords);
  return (
    <Page title={words.title} lead={words.lead}>
      <WayList ways={ways} />
      <section>
        <h2>{words.otherwise}</h2>
        <p>{words.otherwiseExplain}</p>
        <div class="actions">
          <ButtonLink href="/contact-us">{parts.contactUs}</ButtonLink>
          {children}
          <ButtonLink href="/forgot-account" kind="quiet">
            {words.forgotAccount}
          </ButtonLink>
        </div>
      </section>
    </Page>
  );
}
