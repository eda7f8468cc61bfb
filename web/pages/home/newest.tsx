import { LinkList } from "../../components/link-list/link-list.tsx";
import { Loading } from "../../components/loading/loading.tsx";
import { NoticesNotLoaded } from "../../components/notice-list/not-loaded.tsx";
import { useNotices } from "../../components/notice-list/notice-data.ts";
import { NoticeList } from "../../components/notice-list/notice-list.tsx";
import { newsWords } from "../../words/news.ts";
import { useWords } from "../../words/words.ts";

const most = 5;

/** The newest of 最新消息 (M90). */
export function Newest() {
  const words = useWords(newsWords);
  const [data, again] = useNotices();
  return (
    <section>
      <h2>{words.title}</h2>
      {data.state === "failed" && <NoticesNotLoaded onRetry={again} />}
      {data.state === "loading" && <Loading lines={3 * most} />}
      {data.state === "ready" && <NoticeList notices={data.value.slice(0, most)} />}
      <LinkList
        links={[
          { href: "/news", label: words.more },
          { href: "/calendar", label: words.calendar },
        ]}
      />
    </section>
  );
}
