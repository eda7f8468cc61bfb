import { LinkList } from "../../components/link-list/link-list.tsx";
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
        <LinkList
          links={[
            { href: "/faq", label: words.faq },
            { href: "/contact-us", label: words.contactUs },
          ]}
        />
      </section>
    </Page>
  );
}
