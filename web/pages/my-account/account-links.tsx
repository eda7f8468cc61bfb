import { accountMenu, type MenuAddress } from "../../components/page-shell/menu.ts";
import { accountLinkWords } from "../../words/my-account.ts";
import { shownDetailWords } from "../../words/my-details.ts";
import { useSay, useWords } from "../../words/words.ts";

interface Entry {
  readonly href: string;
  readonly name: string;
  readonly about: string;
}

interface AccountLinksProps {
  readonly secondFactor: boolean;
  /** False for 其他, who told their details themselves (M20). */
  readonly hasSchool: boolean;
}

/** All that a person can look at and change of the account. */
export function AccountLinks({ secondFactor, hasSchool }: AccountLinksProps) {
  const words = useWords(accountLinkWords);
  const details = useWords(shownDetailWords);
  const say = useSay();
  const own = (page: string, name: string, about: string): Entry => ({ href: `/my-account/${page}`, name, about });
  /** Called as in 帳號管理. */
  const ofMenu = (href: MenuAddress, about: string): Entry => {
    const entry = accountMenu.find((one) => one.href === href);
    return { href, name: entry ? say(entry.words) : "", about };
  };
  return (
    <>
      <Group
        heading={words.safety}
        entries={[
          own("password", words.password, words.passwordAbout),
          ofMenu("/my-account/two-factor", secondFactor ? words.twoFactorOn : words.twoFactorOff),
          own("devices", words.devices, words.devicesAbout),
          ofMenu("/my-account/ip-sign-ins", words.ipSignInsAbout),
        ]}
      />
      <Group
        heading={words.applications}
        entries={[
          ofMenu("/applications", words.launcherAbout),
          ofMenu("/my-account/applications", words.authorizationsAbout),
          ofMenu("/my-account/application-sign-ins", words.applicationSignInsAbout),
        ]}
      />
      <Group
        heading={words.own}
        entries={[
          hasSchool ? ofMenu("/my-account/school", words.schoolAbout) : own("details", details.link, details.linkAbout),
          own("data", words.data, words.dataAbout),
          own("close", words.close, words.closeAbout),
        ]}
      />
    </>
  );
}

function Group({ heading, entries }: { readonly heading: string; readonly entries: readonly Entry[] }) {
  return (
    <section>
      <h2>{heading}</h2>
      <ul class="entries entries--own">
        {entries.map(({ href, name, about }) => (
          <li key={href}>
            <a href={href}>{name}</a>
            <span>{about}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
