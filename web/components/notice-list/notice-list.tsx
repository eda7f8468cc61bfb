import { type ListedNotice, noticeCategories } from "../../../functions/contract/notices.ts";
import { dayOf, dayText } from "../../words/days.ts";
import { useLanguage } from "../../words/language.tsx";
import { useSay } from "../../words/words.ts";
import { Translated } from "./translated.tsx";

/** 日期, 類別 and title of each notice (M90). */
export function NoticeList({ notices }: { readonly notices: readonly ListedNotice[] }) {
  const { language } = useLanguage();
  const say = useSay();
  return (
    <ul class="notice-list">
      {notices.map(({ slug, date, category, title }) => (
        <li key={slug}>
          <p class="notice-list__facts">
            <time dateTime={dayOf(date)}>{dayText(date, language)}</time>
            <span class={`notice-list__category notice-list__category--${category}`}>
              {say(noticeCategories[category])}
            </span>
          </p>
          <a href={`/news/${slug}`}>
            <Translated of={title} />
          </a>
        </li>
      ))}
    </ul>
  );
}
