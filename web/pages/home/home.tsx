import { Icon, type IconName } from "../../components/icon/icon.tsx";
import { LinkList } from "../../components/link-list/link-list.tsx";
import { Page } from "../../components/page/page.tsx";
import { accountMenu } from "../../components/page-shell/menu.ts";
import { useSession } from "../../session.tsx";
import { homeWords, menuAboutWords } from "../../words/home.ts";
import { useSay, useWords } from "../../words/words.ts";
import { Newest } from "./newest.tsx";

/** What this is, and the two ways in. */
export function Home() {
  const words = useWords(homeWords);
  const say = useSay();
  const { session } = useSession();
  const signedIn = session.state === "in";
  return (
    <Page title={words.title} lead={words.lead} wide>
      <div class="home">
        <div>
          {" "}
          <div class="ways">
            {signedIn ? (
              <Way
                href="/my-account"
                icon="person"
                name={words.toMyAccount}
                about={words.signedInAs(session.name ?? session.accountName)}
                first
              />
            ) : (
              <Way href="/sign-in" icon="enter" name={words.signIn} about={words.signInAbout} first />
            )}
            <Way href="/apply" icon="person-plus" name={words.apply} about={words.applyAbout} first={false} />
          </div>
          <section>
            <h2>{words.manage}</h2>
            <ul class="entries">
              {accountMenu.map((entry) => (
                <li key={entry.href}>
                  <a href={entry.href}>{say(entry.words)}</a>
                  <span>{say(menuAboutWords[entry.href])}</span>
                </li>
              ))}
            </ul>
          </section>
          <Newest />
        </div>
        <aside class="aside" aria-label={words.aside}>
          {" "}
          <section>
            <h2>{words.prepare}</h2>
            <ul class="bullets">
              <li>{words.prepareSchool}</li>
              <li>{words.prepareId}</li>
              <li>{words.prepareContact}</li>
            </ul>
          </section>
          <section>
            <h2>{words.help}</h2>
            <LinkList
              links={[
                { href: "/faq", label: words.faq },
                { href: "/manual", label: words.manual },
                { href: "/contact-us", label: words.contactUs },
              ]}
            />
          </section>
        </aside>
      </div>
    </Page>
  );
}

interface WayProps {
  readonly href: string;
  readonly icon: IconName;
  readonly name: string;
  readonly about: string;
  readonly first: boolean;
}

function Way({ href, icon, name, about, first }: WayProps) {
  return (
    <a class={first ? "way way--first" : "way"} href={href}>
      <Icon name={icon} />
      <span class="way__text">
        <span class="way__name">{name}</span>
        <span class="way__about">{about}</span>
      </span>
      <Icon name="next" />
    </a>
  );
}
