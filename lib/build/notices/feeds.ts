import { Feed } from "feed";
import {
  type FeedFormat,
  feedPath,
  type NoticeCategory,
  noticeCategories,
  startOf,
} from "../../../functions/contract/notices.ts";
import { escapeHtml, firstParagraph, htmlOf } from "./markdown.ts";
import type { Notice } from "./read-notices.ts";

const service = "教育體系單一簽入服務";
/** A reader that asks once an hour misses none. */
const most = 50;

/**
 * The feeds of the notices: of all, and of each category, as RSS 2.0 and as Atom 1.0. path → XML text. In Chinese, as every notice is.
 * @param origin `https://…` without a path: a feed is read elsewhere, so its addresses are whole ones
 */
export function feedFiles(notices: readonly Notice[], origin: string): Map<string, string> {
  const categories = [undefined, ...(Object.keys(noticeCategories) as NoticeCategory[])];
  return new Map(
    categories.flatMap((category) => {
      const its = notices.filter((notice) => category === undefined || notice.category === category);
      const textOf = (format: FeedFormat): [string, string] => {
        const feed = feedOf(its.slice(0, most), { origin, format, category });
        return [feedPath(format, category), format === "rss" ? feed.rss2() : feed.atom1()];
      };
      return [textOf("rss"), textOf("atom")];
    }),
  );
}

interface Asked {
  readonly origin: string;
  readonly format: FeedFormat;
  readonly category: NoticeCategory | undefined;
}

function feedOf(notices: readonly Notice[], { origin, format, category }: Asked): Feed {
  const name = category === undefined ? "" : `：${noticeCategories[category]["zh-TW"]}`;
  const link = `${origin}/news${category === undefined ? "" : `?category=${category}`}`;
  const feed = new Feed({
    id: link,
    link,
    title: `最新消息${name}｜${service}`,
    description: "系統、課程和其他公告，以及維護通知。",
    language: "zh-TW",
    // By the notices and not by the clock: the same notices make the same file, and a reader has nothing new to fetch.
    updated: new Date(Math.max(0, ...notices.map(({ date, updated }) => startOf(updated ?? date)))),
    author: { name: service },
    generator: false,
    feed: `${origin}/${feedPath(format, category)}`,
  });
  for (const notice of notices) {
    const html = htmlOf(notice.files["zh-TW"], notice.text["zh-TW"], origin);
    feed.addItem({
      // The address is the guid too: it is made of the file's name, which stays.
      link: `${origin}/news/${notice.slug}`,
      // Readers take a title as HTML, Atom by what it says of its type and RSS by custom.
      title: escapeHtml(notice.title["zh-TW"]),
      description: firstParagraph(html),
      content: html,
      published: new Date(startOf(notice.date)),
      date: new Date(startOf(notice.updated ?? notice.date)),
      category: [{ name: noticeCategories[notice.category]["zh-TW"], term: notice.category }],
    });
  }
  return feed;
}
