import type { ComponentChildren } from "preact";
import { ButtonLink } from "../../components/button/button.tsx";
import { Page } from "../../components/page/page.tsx";
import { publicWords } from "../../words/public-registration.ts";
import { useWords } from "../../words/words.ts";
import { registerAddresses } from "./rules/register-pages.ts";

interface NothingToActivateProps {
  readonly title: string;
  readonly lead: string;
  readonly text: string;
  readonly focusKey: string;
  readonly contactHref: string;
  /** Another way on, before 聯絡我們. */
  readonly children?: ComponentChildren;
}

/** No registration that could become an account: the mail again, or all of it again. */
export function NothingToActivate({ text, contactHref, children, ...page }: NothingToActivateProps) {
  const words = useWords(publicWords);
  return (
    <Page {...page}>
      <p>{text}</p>
      <div class="actions">
        <ButtonLink href="/public/resend" kind="primary">
          {words.resend}
        </ButtonLink>
        <ButtonLink href={registerAddresses.consent}>{words.registerAgain}</ButtonLink>
        {children}
        <ButtonLink href={contactHref} kind="quiet">
          {words.contactUs}
        </ButtonLink>
      </div>
    </Page>
  );
}
