import { linkLegacyWords, linkNoticeWords } from "../../words/link-legacy.ts";
import { useWords } from "../../words/words.ts";
import { WholeNumbers } from "./whole-numbers.tsx";

/** Whom to ask: the platform, where the page does not say it already, and us. */
export function HelpLine({ help }: { readonly help: string | undefined }) {
  const words = useWords(linkLegacyWords);
  const notice = useWords(linkNoticeWords);
  return (
    <section>
      <p>
        {words.needHelp}{" "}
        <a class="tap" href="/contact-us?about=signing-in">
          {words.contactUs}
        </a>
      </p>
      {help !== undefined && (
        <p class="muted">
          <WholeNumbers text={notice.help(help)} />
        </p>
      )}
    </section>
  );
}
