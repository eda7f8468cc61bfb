import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { type ListedNotice, type NoticeFile, noticeCategories } from "../../functions/contract/notices.ts";
import { readNotices } from "../../lib/build/notices/read-notices.ts";
import { itemsOf, validateFeed } from "../build/feed-validator.ts";
import { tabTo } from "./keyboard.ts";
import { expectAccessibleAndNarrow, expectNoComplaints, startSite } from "./site.ts";

const site = await startSite();
const notices = readNotices();
const work = {
  announce: "2026-11-25T09:00:00+08:00",
  start: "2026-11-28T00:00:00+08:00",
  end: "2026-11-28T06:00:00+08:00",
};
const told: readonly ListedNotice[] = [
  {
    slug: "work",
    category: "system",
    date: "2026-11-16",
    title: { "zh-TW": "系統維護", en: "Maintenance" },
    maintenance: work,
  },
  {
    slug: "week",
    category: "other",
    date: "2026-11-10",
    title: { "zh-TW": "清查週" },
    event: { start: "2026-12-14", end: "2026-12-18", place: { "zh-TW": "各校", en: "All schools" } },
  },
];
const chinese: NoticeFile = { ...told[1], html: { "zh-TW": "<p>只有中文。</p>" } } as NoticeFile;

/** Notices of this test's own in place of those that were built; the day is 21 November 2026 in Taipei. */
async function withNotices(page: Page, list: readonly ListedNotice[] = told): Promise<void> {
  const maintenance = list.flatMap(({ slug, title, maintenance: one }) => (one ? [{ slug, title, ...one }] : []));
  await page.route("**/news/notices.json", (route) => route.fulfill({ json: list }));
  await page.route("**/news/maintenance.json", (route) => route.fulfill({ json: maintenance }));
  await page.route("**/news/week.json", (route) => route.fulfill({ json: chinese }));
}
const today = new Date("2026-11-21T12:00:00+08:00");

describe("最新消息 (M90)", () => {
  it("home → all news → a category → a notice, and back; the feed of what is shown", async () => {
    const page = await site.open("/");
    const main = page.getByRole("main");
    const five = notices.slice(0, 5).map(({ title }) => title["zh-TW"]);
    for (const title of five) await main.getByRole("link", { name: title }).waitFor();
    await main.getByRole("link", { name: "更多消息" }).click();
    await page.getByRole("heading", { level: 1, name: "最新消息" }).waitFor();
    await main.getByText(`${notices.length} 則`).waitFor();
    await expectAccessibleAndNarrow(page);

    const courses = notices.filter(({ category }) => category === "course");
    await main.getByRole("link", { name: noticeCategories.course["zh-TW"], exact: true }).click();
    await main.locator("[aria-current=page]").getByText("課程", { exact: true }).waitFor();
    await main.getByText(`${courses.length} 則`).waitFor();
    expect(new URL(page.url()).search).toBe("?category=course");
    await expect.poll(() => page.title()).toContain("最新消息：課程");

    const feed = await page.request.get((await main.getByRole("link", { name: "RSS" }).getAttribute("href")) ?? "");
    expect(feed.headers()["content-type"]).toBe("application/rss+xml; charset=utf-8");
    validateFeed("rss", await feed.text());
    expect(itemsOf("rss", await feed.text()).map(({ title }) => title)).toEqual(
      courses.map(({ title }) => title["zh-TW"]),
    );

    const [course] = courses;
    await main.getByRole("link", { name: course?.title["zh-TW"] ?? "" }).click();
    await page.getByRole("heading", { level: 1, name: course?.title["zh-TW"] ?? "" }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/news/${course?.slug}`);
    await expectAccessibleAndNarrow(page);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: course?.title["zh-TW"] ?? "" }).waitFor();
    await main.getByRole("link", { name: "回最新消息" }).click();
    await main.getByText(`${notices.length} 則`).waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });

  it("a browser and a reader find the feeds by the document, and they are valid as served", async () => {
    const page = await site.open("/");
    for (const format of ["rss", "atom"] as const) {
      const link = page.locator(`link[rel=alternate][type="application/${format}+xml"]`);
      const served = await page.request.get((await link.getAttribute("href")) ?? "");
      expect(served.headers()["content-type"]).toBe(`application/${format}+xml; charset=utf-8`);
      validateFeed(format, await served.text());
    }
    await page.context().close();
  });

  it("an English reader is told what is in Chinese only, and hears it in Chinese", async () => {
    const page = await site.open("/privacy", { language: "en" });
    await withNotices(page);
    await page.goto("/news/week");
    await page.getByText("This announcement is in Chinese only.").waitFor();
    expect(await page.getByText("只有中文。").locator("..").getAttribute("lang")).toBe("zh-Hant-TW");
    expect(await page.locator("h1 [lang=zh-Hant-TW]").innerText()).toBe("清查週");
    await page.getByText("Monday 14 December 2026 to Friday 18 December 2026").waitFor();
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it("a category without a notice says what will be there; a name that is none is a page not found", async () => {
    const page = await site.open("/privacy");
    await withNotices(page);
    await page.goto("/news?category=course");
    await page.getByText("這一類還沒有消息").waitFor();
    await page.goto("/news/none");
    await page.getByRole("heading", { level: 1, name: "找不到這個頁面" }).waitFor();
    await page.context().close();
  });

  it("a line that was dead is tried again", async () => {
    const page = await site.open("/privacy");
    let dead = true;
    await page.route("**/news/notices.json", (route) => (dead ? route.abort() : route.fallback()));
    await page.goto("/news");
    await page.getByText("消息沒有載入").waitFor();
    dead = false;
    await page.getByRole("button", { name: "再試一次" }).click();
    await page.getByText(`${notices.length} 則`).waitFor();
    await page.context().close();
  });
});

describe("活動行事曆 (M91)", () => {
  it("by keyboard: the months go by, the focus stays, and each is an address", async () => {
    const page = await site.open("/privacy");
    await page.clock.setFixedTime(today);
    await withNotices(page);
    await page.goto("/calendar");
    await page.getByText("2026年11月有 1 項").waitFor();
    await tabTo(page, "下個月");
    await page.keyboard.press("Enter");
    await page.getByText("2026年12月有 1 項").waitFor();
    expect(new URL(page.url()).search).toBe("?month=2026-12");
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe("下個月");
    await page.keyboard.press("Enter");
    await page.getByText("2027年1月沒有活動").waitFor();
    await expectAccessibleAndNarrow(page);
    await page.goBack();
    await page.getByText("2026年12月有 1 項").waitFor();
    await page.getByRole("link", { name: "本月" }).click();
    await page.getByText("2026年11月有 1 項").waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });

  it("a table with the month and the days of the week where there is room, a list where there is none", async () => {
    const page = await site.open("/privacy", { viewport: { width: 1280, height: 900 } });
    await page.clock.setFixedTime(today);
    await withNotices(page);
    await page.goto("/calendar?month=2026-12");
    const table = page.getByRole("table", { name: "2026年12月" });
    await table.waitFor();
    expect(await table.getByRole("columnheader").allInnerTexts()).toEqual([..."日一二三四五六"]);
    expect(await table.getByRole("link", { name: "清查週" }).count()).toBe(5);
    expect(await page.getByRole("main").getByRole("listitem").filter({ hasText: "12月14日" }).count()).toBe(0);
    await expectAccessibleAndNarrow(page);
    await page.goto("/calendar");
    expect(await page.locator("[aria-current=date]").innerText()).toContain("21 今天");

    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/calendar?month=2026-12");
    await page.getByText("12月14日（一）至 12月18日（五）").waitFor();
    expect(await page.getByRole("table").count()).toBe(0);
    expect(await page.getByRole("main").getByRole("link", { name: "清查週" }).count()).toBe(1);
    await page.context().close();
  });
});

describe("系統維護 on every page (M90)", () => {
  it("appears when it is announced, says when it began, and is gone at its end", async () => {
    const page = await site.open("/privacy");
    await withNotices(page);
    await page.clock.install({ time: new Date("2026-11-25T08:59:00+08:00") });
    const fetched = page.waitForResponse("**/news/maintenance.json");
    await page.goto("/sign-in");
    await fetched;
    await page.getByRole("contentinfo").waitFor();
    const banner = page.getByRole("status").filter({ hasText: "系統維護" });
    expect(await banner.count()).toBe(0);

    const goTo = async (moment: string) => {
      const now = await page.evaluate(() => Date.now());
      await page.clock.fastForward(Date.parse(`${moment}+08:00`) - now);
    };
    await goTo("2026-11-25T09:00:01");
    await banner.getByText("系統維護預告").waitFor();
    expect(await banner.innerText()).toContain("11月28日（六）00:00 至 06:00");
    await expectAccessibleAndNarrow(page);
    await page.getByRole("contentinfo").getByRole("link", { name: "隱私權政策" }).click();
    await page.getByRole("heading", { level: 1, name: "隱私權政策" }).waitFor();
    await banner.getByText("系統維護預告").waitFor();
    await goTo("2026-11-28T00:00:01");
    await banner.getByText("系統維護中").waitFor();
    await goTo("2026-11-28T06:00:01");
    await banner.waitFor({ state: "detached" });
    expectNoComplaints(page);
    await page.context().close();
  });

  it("in English on a page that is opened while it lasts, with the way to the notice", async () => {
    const page = await site.open("/privacy", { language: "en" });
    await withNotices(page);
    await page.clock.setFixedTime(new Date("2026-11-28T03:00:00+08:00"));
    await page.goto("/");
    const banner = page.getByRole("status").filter({ hasText: "Maintenance is under way" });
    expect(await banner.innerText()).toContain("Until Saturday 28 November, 06:00.");
    expect(await banner.getByRole("link", { name: "Details" }).getAttribute("href")).toBe("/news/work");
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it("where there is none nothing moves: the page stands still from its first drawing on", async () => {
    const page = await site.open("/privacy");
    await withNotices(page, []);
    await page.goto("/sign-in");
    const heading = page.getByRole("heading", { level: 1 });
    await heading.waitFor();
    const before = await heading.boundingBox();
    await page.getByRole("contentinfo").waitFor();
    await page.waitForLoadState("networkidle");
    expect(await heading.boundingBox()).toEqual(before);
    expect(await page.locator(".maintenance").count()).toBe(0);
    await page.context().close();
  });

  it("a file that does not come leaves the page as it is", async () => {
    const page = await site.open("/privacy");
    await page.route("**/news/maintenance.json", (route) => route.abort());
    await page.goto("/sign-in");
    await page.getByRole("contentinfo").waitFor();
    await page.getByRole("textbox", { name: "密碼" }).waitFor();
    expect(await page.locator(".maintenance").count()).toBe(0);
    await page.context().close();
  });
});

describe("the foot of every page (M92)", () => {
  it("leads to 常見問題, whose answers open by keyboard and lead on", async () => {
    const page = await site.open("/sign-in");
    await page.getByRole("contentinfo").getByRole("link", { name: "常見問題" }).click();
    await page.getByRole("heading", { level: 1, name: "常見問題" }).waitFor();
    await tabTo(page, "忘記密碼，怎麼辦？");
    await page.keyboard.press("Enter");
    const link = page.getByRole("main").getByRole("link", { name: "忘記密碼" });
    await link.first().waitFor();
    await expectAccessibleAndNarrow(page);
    await link.first().click();
    await page.getByRole("heading", { level: 1, name: "忘記密碼" }).waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });

  it("has the manual, the policies, the site map and the help line", async () => {
    const page = await site.open("/manual");
    const foot = page.getByRole("contentinfo");
    for (const name of [
      "最新消息",
      "常見問題",
      "操作手冊",
      "聯絡我們",
      "網站導覽",
      "隱私權政策",
      "資訊安全管理政策",
      "網站安全政策",
    ])
      await foot.getByRole("link", { name, exact: true }).waitFor();
    expect(await foot.locator("a[href^='tel:']").count()).toBe(1);
    await foot.getByRole("link", { name: "網站導覽" }).click();
    await page.getByRole("main").getByRole("link", { name: "活動行事曆" }).click();
    await page.getByRole("heading", { level: 1, name: "活動行事曆" }).waitFor();
    await page.context().close();
  });
});
