import { ButtonLink } from "../../components/button/button.tsx";
import { Page } from "../../components/page/page.tsx";
import { notMeWords } from "../../words/not-me.ts";
import { useWords } from "../../words/words.ts";
import { OtherWays } from "../contact-us/other-ways.tsx";

/** The link is not whole, was used up or is too old. */
export function LinkGone() {
  const words = useWords(notMeWords);
  return (
    <Page title={words.gone} lead={words.goneLead} focusKey="gone">
      <p>{words.goneReload}</p>
      <p>{words.goneElse}</p>
      <div class="actions">
        <ButtonLink kind="primary" href="/contact-us?about=not-me">
          {words.contactUs}
        </ButtonLink>
        <ButtonLink href="/reset-password">{words.reset}</ButtonLink>
      </div>
      <OtherWays />
    </Page>
  );
}
