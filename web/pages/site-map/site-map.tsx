import { Page } from "../../components/page/page.tsx";
import { footerMenu } from "../../components/page-shell/footer-menu.ts";
import { accountMenu } from "../../components/page-shell/menu.ts";
import { accountLinkWords } from "../../words/my-account.ts";
import { contactsWords } from "../../words/my-contacts.ts";
import { siteMapWords } from "../../words/site-map.ts";
import { useSay, useWords } from "../../words/words.ts";

interface Entry {
  readonly href: string;
  readonly name: string;
}

/** 網站導覽 (M92): made from the same menus as header and footer, so it cannot fall behind. */
export function SiteMap() {
  const words = useWords(siteMapWords);
  const account = useWords(accountLinkWords);
  const contacts = useWords(contactsWords);
  const say = useSay();
  const entryOf = ({ href, words: name }: (typeof footerMenu)[number]): Entry => ({ href, name: say(name) });
  const start = [
    { href: "/", name: words.home },
    { href: "/sign-in", name: words.signIn },
    { href: "/sign-in/county", name: words.county },
    { href: "/public/register", name: words.publicRegister },
    { href: "/public/resend", name: words.resend },
  ];
  const own = [
    { href: "/my-account/contacts", name: contacts.title },
    { href: "/my-account/password", name: account.password },
    { href: "/my-account/devices", name: account.devices },
    { href: "/my-account/data", name: account.data },
    { href: "/my-account/close", name: account.close },
  ];
  const about = [
    ...footerMenu.map(entryOf),
    { href: "/calendar", name: words.calendar },
    { href: "/case", name: words.caseStatus },
    { href: "/api-reference", name: words.apiReference },
  ];
  return (
    <Page title={words.title} lead={words.lead}>
      <Entries heading={words.start} entries={start} />
      <Entries heading={words.manage} entries={[...accountMenu.map(entryOf), ...own]} />
      <Entries heading={words.about} entries={about} />
    </Page>
  );
}

function Entries({ heading, entries }: { readonly heading: string; readonly entries: readonly Entry[] }) {
  return (
    <section>
      <h2>{heading}</h2>
      <ul class="entries">
        {entries.map((entry) => (
          <li key={entry.href}>
            <a href={entry.href}>{entry.name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
