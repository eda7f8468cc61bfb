import { ButtonLink } from "../../components/button/button.tsx";
import { resetPasswordWords } from "../../words/reset-password.ts";
import { useWords } from "../../words/words.ts";
import { WaysPage } from "./ways/ways-page.tsx";

/** 忘記密碼 (陸): the four ways to a new password. */
export function ResetPassword() {
  const words = useWords(resetPasswordWords);
  return (
    <WaysPage
      words={words}
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
    >
      <ButtonLink href="/activate">{words.activate}</ButtonLink>
    </WaysPage>
  );
}
