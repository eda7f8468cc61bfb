import { lastMinuteBefore, momentInWords } from "../../../functions/contract/legacy-moment.ts";
import type { LegacyArrival } from "../../../functions/contract/schemas/legacy.ts";
import { linkNoticeWords } from "../../words/link-legacy.ts";
import { useSay, useWords } from "../../words/words.ts";
import { WholeNumbers } from "./whole-numbers.tsx";

/** The notice of M80 as the manual has it: what is to come before the moment of the old sign-in, what is so after it. */
export function NoticeText({ arrival: { platform, ended } }: { readonly arrival: LegacyArrival }) {
  const words = useWords(linkNoticeWords);
  const say = useSay();
  const moment = Date.parse(platform.signInEnds);
  const [last, from] = [lastMinuteBefore(moment), momentInWords(moment)];
  return (
    <div class="apply-notice">
      <p>{words.policy}</p>
      <p>{ended ? words.portalNow : words.portal}</p>
      <p>{ended ? words.ended(last, from) : words.ends(last, from)}</p>
      <p>
        <WholeNumbers text={words.help(say(platform.help))} />
      </p>
      <p>{words.signed(say(platform.name))}</p>
    </div>
  );
}
