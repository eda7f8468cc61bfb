import type { MyAccount as Details } from "../../../functions/contract/schemas/my-account.ts";
import type { Enrolment } from "../../../functions/contract/schemas/parts.ts";
import { type SummaryItem, SummaryList } from "../../components/summary-list/summary-list.tsx";
import { useLanguage } from "../../words/language.tsx";
import { myAccountWords, roleWords } from "../../words/my-account.ts";
import { dateTimeOf, relativeTimeOf } from "../../words/times.ts";
import { useSay, useWords } from "../../words/words.ts";

interface AccountDetailsProps {
  readonly details: Details;
  /** ms since 1970 */
  readonly now: number;
}

/** What the service knows of the person, in the order of the manual's page. */
export function AccountDetails({ details, now }: AccountDetailsProps) {
  const words = useWords(myAccountWords);
  return (
    <>
      <section>
        <h2>{words.basics}</h2>
        <SummaryList
          items={[
            { term: words.account, detail: <AccountName account={details.account} /> },
            { term: words.name, detail: <span translate={false}>{details.name}</span> },
            ...(details.personId === undefined
              ? []
              : [{ term: words.personId, detail: <span translate={false}>{details.personId}</span> }]),
          ]}
        />
      </section>
      <section>
        <h2>{words.schools}</h2>
        {details.enrolments.length === 0 && <p>{words.noSchool}</p>}
        {details.enrolments.map((enrolment) => (
          <EnrolmentList key={`${enrolment.school.code} ${enrolment.school.level}`} enrolment={enrolment} />
        ))}
      </section>
      <section>
        <h2>{words.contacts}</h2>
        <SummaryList
          items={[
            { term: words.email, detail: <Contact contact={details.email} /> },
            { term: words.mobile, detail: <Contact contact={details.mobile} /> },
          ]}
        />
      </section>
      <section>
        <h2>{words.records}</h2>
        <SummaryList
          items={[
            {
              term: words.lastSignInAt,
              detail: details.lastSignInAt ? <Moment iso={details.lastSignInAt} now={now} /> : words.neverSignedIn,
            },
            { term: words.createdAt, detail: <Moment iso={details.createdAt} now={now} /> },
          ]}
        />
        {details.lastSignInAt && (
          <p>
            <a class="tap" href="/contact-us">
              {words.notYou}
            </a>
          </p>
        )}
      </section>
      <p>
        {words.wrong}{" "}
        <a class="tap" href="/contact-us">
          {words.contactUs}
        </a>
      </p>
    </>
  );
}

/** The address may break before its @, and nowhere a reader would stumble. */
function AccountName({ account }: { readonly account: string }) {
  const [name, domain] = account.split("@");
  return (
    <b translate={false}>
      {name}
      {domain && (
        <>
          <wbr />@{domain}
        </>
      )}
    </b>
  );
}

function EnrolmentList({ enrolment }: { readonly enrolment: Enrolment }) {
  const words = useWords(myAccountWords);
  const say = useSay();
  const { role, county, district, school, grade, class: className, seat } = enrolment;
  const items: SummaryItem[] = [
    { term: words.school, detail: school.name },
    { term: words.role, detail: say(roleWords[role]) },
    { term: words.county, detail: county },
    { term: words.district, detail: district },
    { term: words.level, detail: school.level },
    ...(grade ? [{ term: words.grade, detail: grade }] : []),
    ...(className ? [{ term: words.class, detail: className }] : []),
    ...(seat ? [{ term: words.seat, detail: seat }] : []),
  ];
  return <SummaryList items={items} />;
}

function Contact({ contact }: { readonly contact: Details["email"] }) {
  const words = useWords(myAccountWords);
  if (!contact) return <span class="muted">{words.none}</span>;
  return (
    <>
      <span translate={false}>{contact.value}</span>
      <span class={contact.proved ? "state state--good" : "state state--warning"}>
        {contact.proved ? words.proved : words.unproved}
      </span>
    </>
  );
}

function Moment({ iso, now }: { readonly iso: string; readonly now: number }) {
  const { language } = useLanguage();
  return (
    <>
      <time dateTime={iso}>{dateTimeOf(iso, language)}</time>{" "}
      <span class="muted">
        {language === "en" ? "(" : "（"}
        {relativeTimeOf(iso, now, language)}
        {language === "en" ? ")" : "）"}
      </span>
    </>
  );
}
