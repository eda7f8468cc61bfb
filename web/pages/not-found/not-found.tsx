import { ButtonLink } from "../../components/button/button.tsx";
import { Page } from "../../components/page/page.tsx";
import { notFoundWords } from "../../words/not-found.ts";
import { useWords } from "../../words/words.ts";

export function NotFound() {
  const words = useWords(notFoundWords);
  return (
    <Page title={words.title} lead={words.lead}>
      <p>{words.todo}</p>
      <div class="actions">
        <ButtonLink kind="primary" href="/">
          {words.home}
        </ButtonLink>
        <ButtonLink href="/site-map">{words.siteMap}</ButtonLink>
      </div>
    </Page>
  );
}
