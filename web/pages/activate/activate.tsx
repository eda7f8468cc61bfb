import { ButtonLink } from "../../components/button/button.tsx";
import { Page } from "../../components/page/page.tsx";
import { WayList } from "../../components/way-list/way-list.tsx";
import { activateWords } from "../../words/activate.ts";
import { partWords } from "../../words/parts.ts";
import { useWords } from "../../words/words.ts";

/** 啟用帳號 (柒): the two ways to enable a disabled account, each at its own address. */
export function Activate() {
  const words = useWords(activateWords);
  const parts = useWords(partWords);
  return (
    <Page title={words.title} lead={words.lead}>
      <WayList
        ways={[
          { href: "/activate/code", icon: "mail", name: words.byCode, about: words.byCodeAbout },
          {
            href: "/activate/personal-data",
            icon: "pencil",
            name: words.byPersonalData,
            about: words.byPersonalDataAbout,
          },
        ]}
      />
      <section>
        <h2>{words.otherwise}</h2>
        <p>{words.otherwiseExplain}</p>
        <div class="actions">
          <ButtonLink href="/contact-us">{parts.contactUs}</ButtonLink>
          <ButtonLink href="/forgot-account" kind="quiet">
            {words.forgotAccount}
          </ButtonLink>
        </div>
      </section>
    </Page>
  );
}
