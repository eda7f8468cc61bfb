import {
  type FeedFormat,
  feedPath,
  type NoticeCategory,
  noticeCategories,
} from "../../../functions/contract/notices.ts";
import { LinkList } from "../../components/link-list/link-list.tsx";
import { Loading } from "../../components/loading/loading.tsx";
import { NoticesNotLoaded } from "../../components/notice-list/not-loaded.tsx";
import { useNotices } from "../../components/notice-list/notice-data.ts";
import { NoticeList } from "../../components/notice-list/notice-list.tsx";
import { Page } from "../../components/page/page.tsx";
import { newsWords } from "../../words/news.ts";
import { useSay, useWords } from "../../words/words.ts";

const categories = Object.keys(noticeCategories) as NoticeCategory[];

/** The list, of all or of one category: each is an address of its own. A category nobody knows is all of them. */
export function NewsList({ category: asked }: { readonly category: string | undefined }) {
  const words = useWords(newsWords);
  const say = useSay();
  const category = categories.find((known) => known === asked);
  const [data, again] = useNotices();
  const name = category && say(noticeCategories[category]);
  return (
    <Page
      title={words.title}
      documentTitle={name === undefined ? words.title : words.ofCategory(name)}
      lead={words.lead}
    >
      <nav aria-label={words.categories}>
        <ul class="categories">
          {[undefined, ...categories].map((one) => (
            <li key={one ?? ""}>
              <a
                class="categories__link"
                href={one === undefined ? "/news" : `/news?category=${one}`}
                aria-current={one === category ? "page" : undefined}
              >
                {one === undefined ? words.all : say(noticeCategories[one])}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {data.state === "failed" && <NoticesNotLoaded onRetry={again} />}
      {data.state === "loading" && <Loading lines={12} />}
      {data.state === "ready" && <Found notices={data.value} category={category} />}
    </Page>
  );
}

interface FoundProps {
  readonly notices: Parameters<typeof NoticeList>[0]["notices"];
  readonly category: NoticeCategory | undefined;
}

function Found({ notices, category }: FoundProps) {
  const words = useWords(newsWords);
  const found = notices.filter((notice) => category === undefined || notice.category === category);
  return (
    <>
      <p class="muted" role="status">
        {found.length === 0 ? words.none : words.count(found.length)}
      </p>
      <NoticeList notices={found} />
      <p>
        <a class="tap" href="/calendar">
          {words.calendar}
        </a>
      </p>
      <section>
        <h2>{words.follow}</h2>
        <p>{words.followAbout}</p>
        <LinkList links={[feed("rss", category, words.rss), feed("atom", category, words.atom)]} />
      </section>
    </>
  );
}

const feed = (format: FeedFormat, category: NoticeCategory | undefined, label: string) => ({
  href: `/${feedPath(format, category)}`,
  label,
  isFile: true,
});
