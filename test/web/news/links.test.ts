import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { htmlOf } from "../../../lib/build/notices/markdown.ts";
import { readNotices } from "../../../lib/build/notices/read-notices.ts";
import { footerMenu } from "../../../web/components/page-shell/footer-menu.ts";
import { questionGroups } from "../../../web/words/faq.ts";
import { tasks } from "../../../web/words/manual.ts";

/** The addresses that a page of the site answers. */
const routes = [...readFileSync("web/app.tsx", "utf8").matchAll(/path="([^"]+)"/g)].map(([, path = ""]) => path);
const isPage = (href: string) =>
  routes.some((route) => (route.endsWith("/*") ? href.startsWith(route.slice(0, -1)) : href === route));

const inNotices = readNotices().flatMap(({ slug, text }) =>
  Object.values(text).flatMap((one) =>
    [...htmlOf(`${slug}.md`, one).matchAll(/href="(\/[^"]*)"/g)].map(([, href]) => href ?? ""),
  ),
);

describe("no link leads nowhere (M90, M92)", () => {
  const of = {
    footer: footerMenu.map(({ href }) => href),
    "questions and answers": questionGroups.flatMap(({ questions }) =>
      questions.flatMap(({ links }) => links.map(({ href }) => href)),
    ),
    manual: tasks.map(({ start }) => start.href),
    notices: inNotices,
  };
  it.each(Object.entries(of))("of the %s", (_, hrefs) => {
    expect(hrefs.length).toBeGreaterThan(5);
    expect(hrefs.filter((href) => !isPage(href))).toEqual([]);
  });

  it("the footer has what it must (M92)", () => {
    expect(footerMenu.map(({ words }) => words["zh-TW"])).toEqual(
      expect.arrayContaining([
        "聯絡我們",
        "網站導覽",
        "隱私權政策",
        "資訊安全管理政策",
        "網站安全政策",
        "操作手冊",
        "常見問題",
      ]),
    );
  });
});
