import { call } from "../../api.ts";
import { LinkPage } from "../../components/link-page/link-page.tsx";
import { notMeWords } from "../../words/not-me.ts";
import { useWords } from "../../words/words.ts";
import { rememberOpened } from "../contact-us/opened-here.ts";
import { OtherWays } from "../contact-us/other-ways.tsx";
import { Disabled } from "./disabled.tsx";

/** 不是我, from the link of a notice (T17). */
export function NotMe() {
  const words = useWords(notMeWords);
  const disable = async (token: string) => {
    const outcome = await call("POST /api/not-me", { token });
    if (outcome.ok) rememberOpened(outcome.answer);
    return outcome;
  };
  return (
    <LinkPage
      words={words}
      effects={[words.disabled, words.ended, words.opened, words.later]}
      send={disable}
      goneCode="not-me-link"
      done={(frozen) => <Disabled frozen={frozen} />}
      goneElse={<OtherWays />}
    />
  );
}
