import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { siteFile } from "../../lib/local/gateway/static-site.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const folder = temporaryFolder();
mkdirSync(join(folder, "news"));
for (const file of ["index.html", "sitemap.xml", "news/rss.xml", "news/atom-course.xml", "news/notices.json"])
  writeFileSync(join(folder, file), file);
const answer = async (path: string) => {
  const found = await siteFile(folder, path);
  return [found?.headers?.["content-type"], found?.headers?.["cache-control"], String(found?.body)];
};

describe("files of the site on one machine (M90)", () => {
  it.each([
    ["/news/rss.xml", "application/rss+xml; charset=utf-8", "news/rss.xml"],
    ["/news/atom-course.xml", "application/atom+xml; charset=utf-8", "news/atom-course.xml"],
    ["/sitemap.xml", "application/xml", "sitemap.xml"],
    ["/news/notices.json", "application/json", "news/notices.json"],
  ])("%s is %s", async (path, type, body) => {
    expect(await answer(path)).toEqual([type, "no-cache", body]);
  });

  it.each(["/news", "/news/2026-11-16-maintenance", "/calendar", "/faq", "/manual"])("%s is a page", async (path) => {
    expect(await answer(path)).toEqual(["text/html; charset=utf-8", "no-cache", "index.html"]);
  });

  it("a feed that there is none of stays missing", async () => {
    expect(await siteFile(folder, "/news/rss-nothing.xml")).toBeUndefined();
  });
});
