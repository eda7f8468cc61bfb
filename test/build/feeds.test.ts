import { describe, expect, it } from "vitest";
import { type FeedFormat, feedPath, noticeCategories } from "../../functions/contract/notices.ts";
import { feedFiles } from "../../lib/build/notices/feeds.ts";
import { readNotices } from "../../lib/build/notices/read-notices.ts";
import { itemsOf, validateFeed } from "./feed-validator.ts";
import { noticesFolder, noticeText } from "./notices-folder.ts";

const origin = "https://account.example.com";
const notices = readNotices();
const feeds = feedFiles(notices, origin);
const feed = (format: FeedFormat) => feeds.get(feedPath(format)) ?? "";
const formats = ["rss", "atom"] as const;

describe("the feeds of 最新消息 (M90)", () => {
  it("are one of all notices and one of each category, in both formats", () => {
    expect([...feeds.keys()]).toHaveLength(2 * (1 + Object.keys(noticeCategories).length));
  });

  it.each([...feeds.keys()])("%s is valid", (path) => {
    expect(() => validateFeed(path.startsWith("news/rss") ? "rss" : "atom", feeds.get(path) ?? "")).not.toThrow();
  });

  it.each(formats)("%s has every notice, the newest first, each at its own address", (format) => {
    expect(itemsOf(format, feed(format)).map(({ link }) => link)).toEqual(
      notices.map(({ slug }) => `${origin}/news/${slug}`),
    );
  });

  it.each(formats)("%s of a category has its notices alone", (format) => {
    const links = itemsOf(format, feeds.get(feedPath(format, "course")) ?? "").map(({ link }) => link);
    const courses = notices.filter(({ category }) => category === "course");
    expect(courses.length).toBeGreaterThan(1);
    expect(links).toEqual(courses.map(({ slug }) => `${origin}/news/${slug}`));
  });

  it("the same notices make the same files, at any time: a reader has nothing new to fetch", () => {
    expect(feedFiles(readNotices(), origin)).toEqual(feeds);
  });

  it.each(formats)("%s holds a text as HTML whose own links are whole", (format) => {
    const contents = itemsOf(format, feed(format)).map(({ content }) => content);
    expect(contents.join()).toContain(`<a href="${origin}/contact-us">`);
    for (const content of contents) expect(content).not.toMatch(/href="\//);
  });

  it.each(formats)("%s without a notice is valid too", (format) => {
    const empty = feedFiles([], origin).get(feedPath(format)) ?? "";
    expect(() => validateFeed(format, empty)).not.toThrow();
  });

  it("has at most the newest 50", () => {
    const [first] = notices;
    const many = Array.from({ length: 60 }, (_, place) => ({
      ...(first as (typeof notices)[number]),
      slug: `n-${place}`,
    }));
    expect(itemsOf("rss", feedFiles(many, origin).get(feedPath("rss")) ?? "")).toHaveLength(50);
  });

  it.each(formats)("%s shows a tag in a title or a text as text (M90)", (format) => {
    const folder = noticesFolder({
      "one.md": noticeText("", "<script>alert(1)</script> ]]> & <b>粗</b>", "'<script>alert(2)</script> ]]> & 標題'"),
    });
    const text = feedFiles(readNotices(folder), origin).get(feedPath(format)) ?? "";
    expect(() => validateFeed(format, text)).not.toThrow();
    const [item] = itemsOf(format, text);
    expect(item?.title).toBe("&lt;script&gt;alert(2)&lt;/script&gt; ]]&gt; &amp; 標題");
    expect(item?.content).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(item?.content).not.toMatch(/<script|<b>/);
  });
});

/** One thing broken: what is replaced, and with what. */
type Broken = readonly [what: string, from: string | RegExp, to: string];

const brokenRss: readonly Broken[] = [
  ["not well-formed", "</channel>", ""],
  ["another version", 'version="2.0"', 'version="0.91"'],
  ["no description of the channel", /<description>系統.*?<\/description>/, ""],
  ["a guid missing", /<guid[^>]*>.*?<\/guid>/, ""],
  ["two titles", /<title><!\[CDATA\[/, "<title>另一個</title><title><![CDATA["],
  ["an empty title", /<title><!\[CDATA\[.*?\]\]><\/title>/, "<title> </title>"],
  ["a date as Atom writes it", /<pubDate>.*?<\/pubDate>/, "<pubDate>2026-11-20T01:00:00Z</pubDate>"],
  ["a month that is none", /<pubDate>.*?<\/pubDate>/, "<pubDate>Fri, 20 Nvo 2026 01:00:00 GMT</pubDate>"],
  ["another day of the week", /<pubDate>Fri,/, "<pubDate>Thu,"],
  ["a 31st of November", /<pubDate>.*?<\/pubDate>/, "<pubDate>Tue, 31 Nov 2026 01:00:00 GMT</pubDate>"],
  ["an address that is not whole", /<link>https:[^<]*news\/[^<]*<\/link>/, "<link>/news/one</link>"],
  [
    "an item older than the feed says",
    /<lastBuildDate>.*?<\/lastBuildDate>/,
    "<lastBuildDate>Sat, 01 Aug 2026 00:00:00 GMT</lastBuildDate>",
  ],
  ["an element that RSS does not have", "<language>", "<mood>happy</mood><language>"],
];

const brokenAtom: readonly Broken[] = [
  ["not well-formed", "</feed>", ""],
  ["another namespace", "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#"],
  ["no id of the feed", /<id>.*?<\/id>/, ""],
  ["no author", /<author>[\s\S]*?<\/author>/, ""],
  ["no updated in an entry", /(<entry>[\s\S]*?)<updated>.*?<\/updated>/, "$1"],
  ["two titles", /<title type="html">/, '<title>另一個</title><title type="html">'],
  ["a date as RSS writes it", /<published>.*?<\/published>/, "<published>Fri, 20 Nov 2026 01:00:00 GMT</published>"],
  ["a date without its offset", /<published>.*?<\/published>/, "<published>2026-11-20T01:00:00</published>"],
  ["an id that is not whole", /(<entry>[\s\S]*?)<id>.*?<\/id>/, "$1<id>/news/one</id>"],
  ["no link of its own", /<link rel="self"[^>]*\/>/, ""],
  ["a type of text that is none", 'content type="html"', 'content type="markdown"'],
  ["a category without its term", / term="[^"]*"/, ""],
];

describe("the validator itself refuses what is broken", () => {
  it.each(brokenRss)("RSS: %s", (_, from, to) => {
    const broken = feed("rss").replace(from, to);
    expect(broken).not.toBe(feed("rss"));
    expect(() => validateFeed("rss", broken)).toThrow();
  });

  it.each(brokenAtom)("Atom: %s", (_, from, to) => {
    const broken = feed("atom").replace(from, to);
    expect(broken).not.toBe(feed("atom"));
    expect(() => validateFeed("atom", broken)).toThrow();
  });

  it.each(formats)("%s: the same item twice", (format) => {
    const [one] = /<(?:item|entry)>[\s\S]*?<\/(?:item|entry)>/.exec(feed(format)) ?? [];
    expect(() => validateFeed(format, feed(format).replace(one as string, `${one}${one}`))).toThrow("same id");
  });
});
