import type { MyAccount as Details } from "../../../functions/contract/schemas/my-account.ts";
import { ButtonLink } from "../../components/button/button.tsx";
import { Moment } from "../../components/moment/moment.tsx";
import { SummaryList } from "../../components/summary-list/summary-list.tsx";
import { myAccountWords } from "../../words/my-account.ts";
import { shownDetailWords } from "../../words/my-details.ts";
import { useWords } from "../../words/words.ts";
import { AccountText } from "../reset-password/new/account-text.tsx";
import { AccountLinks } from "./account-links.tsx";
import { EnrolmentList } from "./enrolment-list.tsx";
import { PublicDetails } from "./public-details.tsx";

interface AccountDetailsProps {
  readonly details: Details;
  /** ms since 1970 */
  readonly now: number;
}

/** What the service knows of the person, in the order of the manual's page. */
export function AccountDetails({ details, now }: AccountDetailsProps) {
  const words = useWords(myAccountWords);
  const own = useWords(shownDetailWords);
  return (
    <>
      {details.details ? (
        <PublicDetails account={details} details={details.details} />
      ) : (
        <SchoolDetails details={details} />
      )}
      <section>
        <h2>{words.contacts}</h2>
        <SummaryList
          items={[
            { term: details.details ? own.email : words.email, detail: <Contact contact={details.email} /> },
            { term: words.mobile, detail: <Contact contact={details.mobile} /> },
          ]}
        />
        <div class="actions">
          <ButtonLink href="/my-account/contacts">{words.changeContacts}</ButtonLink>
        </div>
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
            {words.notYou}{" "}
            <a class="tap" href="/my-account/password">
              {words.changePassword}
            </a>
          </p>
        )}
      </section>
      <AccountLinks secondFactor={details.secondFactor} hasSchool={details.details === undefined} />
      <p>
        {words.wrong}{" "}
        <a class="tap" href="/contact-us">
          {words.contactUs}
        </a>
      </p>
    </>
  );
}

/** 基本資料 and 學校 of whom a school has on its list. */
function SchoolDetails({ details }: Pick<AccountDetailsProps, "details">) {
  const words = useWords(myAccountWords);
  return (
    <>
      <section>
        <h2>{words.basics}</h2>
        <SummaryList
          items={[
            { term: words.account, detail: <AccountText account={details.account} /> },
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
        <p>
          {words.moved}{" "}
          <a class="tap" href="/my-account/school">
            {words.updateSchool}
          </a>
        </p>
      </section>
    </>
  );
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
