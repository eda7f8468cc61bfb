import type { Sentence } from "../../words/words.ts";
import { useSay } from "../../words/words.ts";
import { Page } from "../page/page.tsx";

/** A page of plain text, as data: headings, paragraphs and points. */
export interface ProseText {
  readonly title: Sentence;
  readonly lead: Sentence;
  readonly sections: readonly {
    readonly heading: Sentence;
    readonly paragraphs?: readonly Sentence[];
    readonly points?: readonly Sentence[];
  }[];
}

export function Prose({ text }: { readonly text: ProseText }) {
  const say = useSay();
  return (
    <Page title={say(text.title)} lead={say(text.lead)}>
      {text.sections.map((section) => (
        <section key={section.heading.en}>
          <h2>{say(section.heading)}</h2>
          {section.paragraphs?.map((paragraph) => (
            <p key={paragraph.en}>{say(paragraph)}</p>
          ))}
          {section.points && (
            <ul class="bullets">
              {section.points.map((point) => (
                <li key={point.en}>{say(point)}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </Page>
  );
}
