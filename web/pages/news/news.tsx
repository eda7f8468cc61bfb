import { useOwnAddress } from "../../own-address.ts";
import { NewsList } from "./news-list.tsx";
import { NoticePage } from "./notice-page.tsx";

const base = "/news";

/** 最新消息 (M90): the list, and below its address each notice. */
export function News() {
  const { path, query } = useOwnAddress(base);
  const slug = path.slice(base.length + 1).replace(/\/$/, "");
  return slug === "" ? <NewsList category={query.category} /> : <NoticePage key={slug} slug={slug} />;
}
