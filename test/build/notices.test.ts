import { describe, expect, it } from "vitest";
import { htmlOf } from "../../lib/build/notices/markdown.ts";
import { noticeFiles } from "../../lib/build/notices/notice-files.ts";
import { readNotices } from "../../lib/build/notices/read-notices.ts";
import { siteData } from "../../lib/build/site-data.ts";
import { noticesFolder, noticeText } from "./notices-folder.ts";

const read = (files: Readonly<Record<string, string>>) => readNotices(noticesFolder(files));

describe("notices are files (M90)", () => {
  it("the files of the project can be published, and come into the site with their feeds", () => {
    const files = siteData("https://account.example.com");
    expect(readNotices().length).toBeGreaterThanOrEqual(8);
    expect([...files.keys()]).toEqual(
      expect.arrayContaining(["news/notices.json", "news/maintenance.json", "news/rss.xml", "news/atom.xml"]),
    );
  });

  it("all fields, in both languages; moments are Taipei's", () => {
    const fields =
      "updated: 2026-11-21\nmaintenance:\n  announce: 2026-11-20 09:00\n  start: 2026-11-28 00:00\n  end: 2026-11-28 06:00\n" +
      "event:\n  start: 2026-12-01\n  end: 2026-12-03\n  place: 臺北\n";
    const [notice] = read({
      "one.md": noticeText(fields),
      "one.en.md": "---\ntitle: Title\nplace: Taipei\n---\nText.\n",
    });
    expect(notice).toMatchObject({
      slug: "one",
      category: "system",
      date: "2026-11-20",
      updated: "2026-11-21",
      title: { "zh-TW": "標題", en: "Title" },
      maintenance: {
        announce: "2026-11-20T09:00:00+08:00",
        start: "2026-11-28T00:00:00+08:00",
        end: "2026-11-28T06:00:00+08:00",
      },
      event: { start: "2026-12-01", end: "2026-12-03", place: { "zh-TW": "臺北", en: "Taipei" } },
    });
  });

  it("the newest first; of one day by name", () => {
    const at = (date: string) => noticeText().replace("2026-11-20", date);
    const notices = read({
      "b.md": at("2026-11-20"),
      "a.md": at("2026-11-20"),
      "c.md": at("2026-11-20 08:00"),
      "d.md": at("2026-11-19"),
    });
    expect(notices.map(({ slug }) => slug)).toEqual(["c", "a", "b", "d"]);
  });

  it("work without announce is told of from its notice's date on", () => {
    const [notice] = read({
      "one.md": noticeText("maintenance:\n  start: 2026-11-28 00:00\n  end: 2026-11-28 06:00\n"),
    });
    expect(notice?.maintenance?.announce).toBe("2026-11-20");
  });

  it("a file of Windows is the same as another", () => {
    const windows = `\uFEFF${noticeText().replaceAll("\n", "\r\n")}`;
    expect(read({ "one.md": windows })).toEqual(read({ "one.md": noticeText() }));
  });

  it("the list is small: no text, and neither language twice", () => {
    const files = noticeFiles(read({ "one.md": noticeText("", "一段文字。") }));
    expect(files.get("news/notices.json")).toBe(
      JSON.stringify([{ slug: "one", category: "system", date: "2026-11-20", title: { "zh-TW": "標題" } }]),
    );
    expect(files.get("news/maintenance.json")).toBe("[]");
    expect(JSON.parse(files.get("news/one.json") ?? "")).toMatchObject({ html: { "zh-TW": "<p>一段文字。</p>" } });
  });
});

describe("a file that cannot be published stops the build with its name and the field (M90)", () => {
  const maintenance = (lines: string) => noticeText(`maintenance:\n${lines}`);
  const without = (field: string) => noticeText().replace(new RegExp(`^${field}:.*\n`, "m"), "");
  it.each([
    ["no fields", "內容。", "must begin with its fields"],
    ["no title", without("title"), "title is missing"],
    ["no category", without("category"), "category is missing"],
    ["no date", without("date"), "date is missing"],
    ["no text", noticeText("", " "), "has no text"],
    ["a title that is a number", noticeText("", "文", "2026"), "title must be a line of text"],
    ["an empty title", noticeText("", "文", "''"), "title must not be empty"],
    ["a title of two lines", noticeText("", "文", '"一\\n二"'), "title must be one line"],
    ["a title that runs backwards", noticeText("", "文", '"一\\u202E二"'), "title must be one line"],
    ["a title too long", noticeText("", "文", "長".repeat(121)), "at most 120"],
    ["a category nobody knows", noticeText().replace("系統", "公告"), "category must be 系統, 課程, 其他"],
    ["a field nobody knows", noticeText("titel: x\n"), "titel is not a field"],
    ["a field inside one", maintenance("  begin: x\n"), "maintenance.begin is not a field"],
    ["a day that does not exist", noticeText().replace("11-20", "02-30"), "date must be a day such as"],
    [
      "a day as people write it",
      noticeText().replace("2026-11-20", "11/20"),
      'date must be a day such as 2026-11-21 or a time such as 2026-11-21 09:00, not "11/20"',
    ],
    ["an hour that does not exist", noticeText().replace("2026-11-20", "2026-11-20 25:00"), "date must be a day"],
    ["changed before it was written", noticeText("updated: 2026-11-19\n"), "updated must not be before date"],
    [
      "work without its hour",
      maintenance("  start: 2026-11-28\n  end: 2026-11-29 00:00\n"),
      "maintenance.start must be a time",
    ],
    ["work without an end", maintenance("  start: 2026-11-28 00:00\n"), "maintenance.end is missing"],
    [
      "work that ends first",
      maintenance("  start: 2026-11-28 06:00\n  end: 2026-11-28 00:00\n"),
      "maintenance.end must be after start",
    ],
    [
      "work announced too late",
      maintenance("  announce: 2026-11-29\n  start: 2026-11-28 00:00\n  end: 2026-11-28 06:00\n"),
      "maintenance.announce must not be after start",
    ],
    [
      "work told of afterwards",
      maintenance("  start: 2026-11-10 00:00\n  end: 2026-11-10 06:00\n"),
      "maintenance.announce must be given",
    ],
    [
      "an event that ends first",
      noticeText("event:\n  start: 2026-12-02\n  end: 2026-12-01\n"),
      "event.end must not be before start",
    ],
    ["the same field twice", noticeText("date: 2026-11-21\n"), "line 5: Map keys must be unique"],
    ["no YAML", noticeText("event: [\n"), "line "],
    [
      "a link to a script",
      noticeText("", "[按](javascript:alert(1))"),
      'the link to "javascript:alert(1)" must begin with',
    ],
    ["a link in clear text", noticeText("", "[按](http://example.com)"), "must begin with https://"],
    ["a link to another host in disguise", noticeText("", "[按](//example.com/x)"), "must begin with https://"],
    ["a link with a backslash", noticeText("", "[按](/\\\\example.com/x)"), "must begin with https://"],
    ["a data link", noticeText("", "[按](data:text/html,x)"), "must begin with https://"],
    ["an address without a scheme", noticeText("", "www.example.com"), "must begin with https://"],
    ["a picture", noticeText("", "![圖](/favicon.svg)"), "has no pictures"],
    ["text that runs backwards", noticeText("", "一\u202E二"), "control character"],
    ["a null", noticeText("", "一\u0000二"), "control character"],
  ])("%s", (_, text, sentence) => {
    const reading = () => read({ "one.md": text });
    expect(reading).toThrow("web/notices/one.md: ");
    expect(reading).toThrow(sentence);
  });

  it.each([
    ["Big.md", "small letters"],
    ["a b.md", "small letters"],
    ["one.zh.md", "small letters"],
    ["one.txt", "small letters"],
    ["two.en.md", "is the English of two.md, which is missing"],
  ])("a file called %s", (name, sentence) => {
    expect(() => read({ "one.md": noticeText(), [name]: noticeText() })).toThrow(sentence);
  });

  it("what is wrong in the English file names that file", () => {
    const english = (text: string) => () => read({ "one.md": noticeText(), "one.en.md": text });
    expect(english("---\ntitle: T\ndate: 2026-11-20\n---\nText.\n")).toThrow(
      "web/notices/one.en.md: date is not a field",
    );
    expect(english("---\ntitle: T\nplace: Taipei\n---\nText.\n")).toThrow(
      "web/notices/one.en.md: place is not in one.md",
    );
    expect(english("---\ntitle: T\n---\n")).toThrow("web/notices/one.en.md: has no text");
  });
});

describe("nothing of a text is HTML but what Markdown makes (M90)", () => {
  it.each([
    ["<script>alert(1)</script>"],
    ["<img src=x onerror=alert(1)>"],
    ["一 <b onclick=x>二</b>"],
    ["<!-- 註 -->"],
    ["<style>*{display:none}</style>"],
    ["<iframe src='https://example.com'></iframe>"],
    ["> <svg onload=x>"],
    ["- <a href='javascript:x'>三</a>"],
    ["| a |\n| - |\n| <script>x</script> |"],
    ["[<img src=x>](/news)"],
  ])("%s comes out as text", (text) => {
    const tags = [...htmlOf("one.md", text).matchAll(/<\/?([a-z0-9]+)[^>]*>/gi)].map(([, tag]) => tag);
    const made = ["p", "ul", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "a"];
    expect(tags.filter((tag) => !made.includes(tag ?? ""))).toEqual([]);
    expect(htmlOf("one.md", text)).not.toMatch(/<[^>]*(?:onerror|onclick|onload|javascript)/);
    expect(htmlOf("one.md", text)).toContain("&lt;");
  });

  it("quotes cannot leave an attribute", () => {
    expect(htmlOf("one.md", '[按](</news" onclick="x>)')).not.toMatch(/" onclick/);
  });

  it("headings begin below the page's own, links to pages, mail and TLS stay", () => {
    expect(htmlOf("one.md", "# 一\n\n#### 二")).toBe("<h2>一</h2>\n<h3>二</h3>");
    expect(htmlOf("one.md", "[頁](/news) <https://example.com/> <help@example.com>")).toBe(
      '<p><a href="/news">頁</a> <a href="https://example.com/">https://example.com/</a> <a href="mailto:help@example.com">help@example.com</a></p>',
    );
  });
});
