import { type NoticeFile, noticeCategories } from "../../../functions/contract/notices.ts";
import { Loading } from "../../components/loading/loading.tsx";
import { Notice } from "../../components/notice/notice.tsx";
import { NoticesNotLoaded } from "../../components/notice-list/not-loaded.tsx";
import { useNotice, useNotices } from "../../components/notice-list/notice-data.ts";
import { Translated, useTranslated } from "../../components/notice-list/translated.tsx";
import { Page } from "../../components/page/page.tsx";
import { dayText, fullText, spanText } from "../../words/days.ts";
import { useLanguage } from "../../words/language.tsx";
import { newsWords } from "../../words/news.ts";
import { useSay, useWords } from "../../words/words.ts";
import { NotFound } from "../not-found/not-found.tsx";

/** One notice. The list says whether there is one of this name: a file that is missing and one that did not come look the same. */
export function NoticePage({ slug }: { readonly slug: string }) {
  const words = useWords(newsWords);
  const [list, listAgain] = useNotices();
  const [notice, noticeAgain] = useNotice(encodeURIComponent(slug));
  if (notice.state === "ready") return <Text notice={notice.value} />;
  if (list.state === "ready" && !list.value.some((one) => one.slug === slug)) return <NotFound />;
  const retry = () => {
    listAgain();
    noticeAgain();
  };
  return (
    <Page title={words.title}>
      {notice.state === "failed" ? <NoticesNotLoaded onRetry={retry} /> : <Loading lines={12} />}
    </Page>
  );
}

function Text({ notice }: { readonly notice: NoticeFile }) {
  const words = useWords(newsWords);
  const say = useSay();
  const { language } = useLanguage();
  const title = useTranslated(notice.title);
  const { text: html, lang } = useTranslated(notice.html);
  const day = dayText(notice.date, language);
  const { updated } = notice;
  return (
    <Page
      title={title.text}
      titleLang={title.lang}
      caption={words.facts(say(noticeCategories[notice.category]), day)}
      focusKey={`${notice.slug} read`}
    >
      {updated && <p class="muted">{words.updated(dayText(updated, language))}</p>}
      {lang && (
        <Notice>
          <p>{words.onlyChinese}</p>
        </Notice>
      )}
      <Facts notice={notice} />
      {/* Made of Markdown at the build, which lets no tag through (lib/build/notices). */}
      <div class="notice-text" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />
      <p>
        <a class="tap" href="/news">
          {words.back}
        </a>
      </p>
    </Page>
  );
}

/** When and where it is, for those who look for just that. */
function Facts({ notice: { event, maintenance } }: { readonly notice: NoticeFile }) {
  const words = useWords(newsWords);
  const { language } = useLanguage();
  if (!event && !maintenance) return null;
  return (
    <dl class="summary">
      {maintenance && (
        <div class="summary__row">
          <dt>{words.maintenance}</dt>
          <dd class="notice-when">{spanText(maintenance, language, fullText)}</dd>
        </div>
      )}
      {event && (
        <div class="summary__row">
          <dt>{words.when}</dt>
          <dd class="notice-when">{spanText(event, language, fullText)}</dd>
        </div>
      )}
      {event?.place && (
        <div class="summary__row">
          <dt>{words.where}</dt>
          <dd>
            <Translated of={event.place} />
          </dd>
        </div>
      )}
    </dl>
  );
}
