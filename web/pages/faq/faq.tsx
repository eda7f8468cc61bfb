import { LinkList } from "../../components/link-list/link-list.tsx";
import { Page } from "../../components/page/page.tsx";
import { service } from "../../service.ts";
import { faqWords, type Question, questionGroups } from "../../words/faq.ts";
import { useSay, useWords } from "../../words/words.ts";

/** 常見問題 (M92). */
export function Faq() {
  const words = useWords(faqWords);
  const say = useSay();
  return (
    <Page title={words.title} lead={words.lead}>
      {questionGroups.map(({ heading, questions }) => (
        <section class="faq" key={heading.en}>
          <h2>{say(heading)}</h2>
          {questions.map((question) => (
            <Answered key={question.question.en} question={question} />
          ))}
        </section>
      ))}
      <section>
        <h2>{words.otherwise}</h2>
        <p>
          {words.otherwiseTodo}{" "}
          <a class="tap" href={service.helpLine.phoneLink}>
            {service.helpLine.phone}
          </a>
        </p>
        <LinkList
          links={[
            { href: "/contact-us", label: words.contactUs },
            { href: "/manual", label: words.manual },
          ]}
        />
      </section>
    </Page>
  );
}

function Answered({ question: { question, answer, links } }: { readonly question: Question }) {
  const say = useSay();
  return (
    <details>
      <summary>{say(question)}</summary>
      {answer.map((paragraph) => (
        <p key={paragraph.en}>{say(paragraph)}</p>
      ))}
      <LinkList links={links.map(({ href, words }) => ({ href, label: say(words) }))} />
    </details>
  );
}
