import type { CountyEntry } from "../../../functions/contract/schemas/county.ts";
import { countyWords } from "../../words/county.ts";
import { useLanguage } from "../../words/language.tsx";
import { useSay, useWords } from "../../words/words.ts";
import { SummaryList } from "../summary-list/summary-list.tsx";

/** Whom to call at the county (M3): its own help window, by phone and on the web where they are known. */
export function CountyHelp({ entry }: { readonly entry: CountyEntry }) {
  const words = useWords(countyWords);
  const say = useSay();
  const { language } = useLanguage();
  const { name, phone, url } = entry.help;
  const items = [{ term: words.window, detail: say(name) }];
  return (
    <section>
      <h2>{words.whomToCall(language === "en" ? entry.nameEn : entry.name)}</h2>
      <SummaryList
        items={[
          ...items,
          ...(phone
            ? [
                {
                  term: words.phone,
                  detail: (
                    <a class="tap" href={`tel:${phone}`}>
                      {phone}
                    </a>
                  ),
                },
              ]
            : []),
          ...(url
            ? [
                {
                  term: words.website,
                  detail: (
                    <a class="tap" href={url}>
                      {url}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {!phone && !url && <p>{words.askSchool}</p>}
    </section>
  );
}
