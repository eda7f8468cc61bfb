import type { ComponentChildren } from "preact";
import { ButtonLink } from "../button/button.tsx";
import { Page } from "../page/page.tsx";

export type GoneWords = Readonly<
  Record<"gone" | "goneLead" | "goneReload" | "goneElse" | "contactUs" | "reset", string>
>;

interface LinkGoneProps {
  readonly words: GoneWords;
  readonly children?: ComponentChildren;
}

/** The link is not whole, was used up or is too old. */
export function LinkGone({ words, children }: LinkGoneProps) {
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
      {children}
    </Page>
  );
}
