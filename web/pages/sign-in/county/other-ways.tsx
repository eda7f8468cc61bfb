import type { ComponentChildren } from "preact";
import { ButtonLink } from "../../../components/button/button.tsx";
import { signInFor } from "../../../return-to.ts";
import { countyWords } from "../../../words/county.ts";
import { partWords } from "../../../words/parts.ts";
import { useWords } from "../../../words/words.ts";

interface OtherWaysProps {
  readonly returnTo?: string | undefined;
  /** Ways that come before these. */
  readonly children?: ComponentChildren;
}

/** No dead end: account and password, applying, 聯絡我們. */
export function OtherWays({ returnTo, children }: OtherWaysProps) {
  const words = useWords(countyWords);
  const parts = useWords(partWords);
  return (
    <section>
      <h2>{words.otherWays}</h2>
      <div class="actions">
        {children}
        <ButtonLink href={returnTo ? signInFor(returnTo) : "/sign-in"}>{words.withPassword}</ButtonLink>
        <ButtonLink href="/apply">{words.apply}</ButtonLink>
        <ButtonLink href="/contact-us?about=county">{parts.contactUs}</ButtonLink>
      </div>
    </section>
  );
}
