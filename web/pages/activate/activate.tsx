import { activateWords } from "../../words/activate.ts";
import { useWords } from "../../words/words.ts";
import { WaysPage } from "../reset-password/ways/ways-page.tsx";

/** 啟用帳號 (柒): the two ways to enable a disabled account. */
export function Activate() {
  const words = useWords(activateWords);
  return (
    <WaysPage
      words={words}
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
  );
}
