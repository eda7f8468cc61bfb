import { useEffect, useState } from "preact/hooks";
import { type MaintenanceFile, startOf } from "../../../functions/contract/notices.ts";
import { useStaticFile } from "../../static-file.ts";
import { nearText, spanText } from "../../words/days.ts";
import { useLanguage } from "../../words/language.tsx";
import { maintenanceWords } from "../../words/maintenance.ts";
import { useWords } from "../../words/words.ts";
import { Notice } from "../notice/notice.tsx";
import { currentWork, untilNextChange } from "./current.ts";

const read = (json: unknown) => json as MaintenanceFile;
const none: MaintenanceFile = [];

/** 系統維護 on every page (M90), from when it is announced until it is over; nothing at all otherwise, also where the file does not come. */
export function MaintenanceBanner() {
  const [file] = useStaticFile("/news/maintenance.json", read);
  const all = file.state === "ready" ? file.value : none;
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const wait = untilNextChange(all, now, Date.now());
    if (wait === undefined) return;
    const timer = setTimeout(() => setNow(Date.now()), wait);
    return () => clearTimeout(timer);
  }, [all, now]);
  const current = currentWork(all, now);
  if (current.length === 0) return null;
  return (
    <div class="maintenance">
      {current.map((work) => (
        <Work key={work.slug} work={work} now={now} />
      ))}
    </div>
  );
}

function Work({ work, now }: { readonly work: MaintenanceFile[number]; readonly now: number }) {
  const words = useWords(maintenanceWords);
  const { language } = useLanguage();
  const { slug, start, end } = work;
  const begun = startOf(start) <= now;
  return (
    <Notice kind="warning" heading={begun ? words.now : words.ahead} announce>
      <p>
        {begun ? words.until(nearText(end, language)) : words.from(spanText(work, language))}{" "}
        <a href={`/news/${slug}`}>{words.details}</a>
      </p>
    </Notice>
  );
}
