import { termsVersion } from "../../../../functions/contract/terms.ts";
import { consentWords } from "../../../words/apply.ts";
import type { NoticeSection } from "../../../words/apply-notice.ts";
import { type Sentence, useSay, useWords } from "../../../words/words.ts";

interface NoticeTextProps {
  readonly opening: Sentence;
  readonly sections: readonly NoticeSection[];
}

/** The whole notice on the page itself: a box that scrolls is read by nobody, and by no keyboard. */
export function NoticeText({ opening, sections }: NoticeTextProps) {
  const words = useWords(consentWords);
  const say = useSay();
  return (
    <div class="apply-notice">
      <p class="apply-notice__version">{words.version(termsVersion)}</p>
      <p>{say(opening)}</p>
      {sections.map(({ heading, lines }) => (
        <section key={heading.en}>
          <h2>{say(heading)}</h2>
          {lines.map((line) => (
            <p key={line.en}>{say(line)}</p>
          ))}
        </section>
      ))}
    </div>
  );
}
