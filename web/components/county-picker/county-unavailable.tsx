import type { CountyEntry } from "../../../functions/contract/schemas/county.ts";
import { countyWords } from "../../words/county.ts";
import { useLanguage } from "../../words/language.tsx";
import { useWords } from "../../words/words.ts";
import { Notice } from "../notice/notice.tsx";
import { CountyHelp } from "./county-help.tsx";

/** A county that is not connected, or does not answer now: which of the two, and whom to call. */
export function CountyUnavailable({ entry }: { readonly entry: CountyEntry }) {
  const words = useWords(countyWords);
  const { language } = useLanguage();
  const name = language === "en" ? entry.nameEn : entry.name;
  return (
    <>
      <Notice kind="warning" heading={entry.on ? words.downTitle(name) : words.offTitle(name)} announce>
        <p>{entry.on ? words.downExplain : words.offExplain}</p>
      </Notice>
      <CountyHelp entry={entry} />
    </>
  );
}
