import { Page } from "../../components/page/page.tsx";
import { manualWords, tasks } from "../../words/manual.ts";
import { useSay, useWords } from "../../words/words.ts";

/** 操作手冊 (M92): what the pages do, in the order people need them, and where each thing begins. */
export function Manual() {
  const words = useWords(manualWords);
  const say = useSay();
  return (
    <Page title={words.title} lead={words.lead}>
      {tasks.map(({ heading, steps, start }) => (
        <section key={heading.en}>
          <h2>{say(heading)}</h2>
          <ol class="steps">
            {steps.map((step) => (
              <li key={step.en}>{say(step)}</li>
            ))}
          </ol>
          <p>
            <a class="tap" href={start.href}>
              {say(start.words)}
            </a>
          </p>
        </section>
      ))}
      <section>
        <h2>{words.more}</h2>
        <ul class="follow">
          <li>
            <a class="tap" href="/faq">
              {words.faq}
            </a>
          </li>
          <li>
            <a class="tap" href="/contact-us">
              {words.contactUs}
            </a>
          </li>
        </ul>
      </section>
    </Page>
  );
}
