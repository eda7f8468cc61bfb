import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { service } from "../../service.ts";
import { contactUsWords } from "../../words/contact-us.ts";
import { useSay, useWords } from "../../words/words.ts";

/** Telephone with its hours, mail and address (M92). */
export function OtherWays() {
  const words = useWords(contactUsWords);
  const say = useSay();
  const { helpLine, email, address } = service;
  const phone = (
    <>
      <a class="tap" href={helpLine.phoneLink}>
        {helpLine.phone}
      </a>{" "}
      <span class="muted state">{words.hours}</span>
    </>
  );
  const mail = (
    <a class="tap" href={`mailto:${email}`}>
      {email}
    </a>
  );
  return (
    <section>
      <h2>{words.otherWays}</h2>
      <SummaryList
        items={[
          { term: words.phone, detail: phone },
          { term: words.email, detail: mail },
          { term: words.address, detail: say(address) },
        ]}
      />
    </section>
  );
}
