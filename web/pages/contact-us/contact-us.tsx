import { Notice } from "../../components/notice/notice.tsx";
import { Page } from "../../components/page/page.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { service } from "../../service.ts";
import { contactUsWords } from "../../words/contact-us.ts";
import { useSay, useWords } from "../../words/words.ts";

/** 聯絡我們 (M92): where every dead end leads. */
export function ContactUs() {
  const words = useWords(contactUsWords);
  const say = useSay();
  const { helpLine, email, address } = service;
  return (
    <Page title={words.title} lead={words.lead}>
      <SummaryList
        items={[
          {
            term: words.phone,
            detail: (
              <>
                <a class="tap" href={helpLine.phoneLink}>
                  {helpLine.phone}
                </a>{" "}
                <span class="muted state">{words.hours}</span>
              </>
            ),
          },
          {
            term: words.email,
            detail: (
              <a class="tap" href={`mailto:${email}`}>
                {email}
              </a>
            ),
          },
          { term: words.address, detail: say(address) },
        ]}
      />
      <Notice kind="warning">
        <p>{words.never}</p>
      </Notice>
      <section>
        <h2>{words.before}</h2>
        <ul class="bullets">
          <li>{words.beforeSchool}</li>
          <li>{words.beforeWhen}</li>
          <li>{words.beforeNumber}</li>
        </ul>
      </section>
      <section>
        <h2>{words.rosterHeading}</h2>
        <p>{words.roster}</p>
      </section>
    </Page>
  );
}
