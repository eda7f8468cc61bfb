import { ButtonLink } from "../../components/button/button.tsx";
import { Page } from "../../components/page/page.tsx";
import { WayList } from "../../components/way-list/way-list.tsx";
import { partWords } from "../../words/parts.ts";
import { resetPasswordWords } from "../../words/reset-password.ts";
import { useWords } from "../../words/words.ts";

/** 忘記密碼 (陸): the four ways to a new password, each at its own address. */
export function ResetPassword() {
  const words = useWords(resetPasswordWords);
  const parts = useWords(partWords);
  return (
    <Page title={words.title} lead={words.lead}>
      <WayList
        ways={[
          { href: "/reset-password/code", icon: "mail", name: words.byCode, about: words.byCodeAbout },
          { href: "/reset-password/county", icon: "school", name: words.byCounty, about: words.byCountyAbout },
          {
            href: "/reset-password/personal-data",
            icon: "pencil",
            name: words.byPersonalData,
            about: words.byPersonalDataAbout,
          },
          {
            href: "/reset-password/default-password",
            icon: "key",
            name: words.byDefaultPassword,
            about: words.byDefaultPasswordAbout,
          },
        ]}
      />
      <section>
        <h2>{words.otherwise}</h2>
        <p>{words.otherwiseExplain}</p>
        <div class="actions">
          <ButtonLink href="/contact-us">{parts.contactUs}</ButtonLink>
          <ButtonLink href="/activate">{words.activate}</ButtonLink>
          <ButtonLink href="/forgot-account" kind="quiet">
            {words.forgotAccount}
          </ButtonLink>
        </div>
      </section>
    </Page>
  );
}
