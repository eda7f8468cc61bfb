import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { BrowserContextOptions, Page, Route } from "playwright-core";
import { afterAll, expect, vi } from "vitest";
import { startUp } from "../../lib/local/start-up.ts";
import { temporaryFolder } from "../local/temporary-folder.ts";
import { startChromium } from "./browser.ts";

const axeSource = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

/** What a page must never do: reach another host, throw, or break its own content security policy. */
const complaints = new WeakMap<Page, string[]>();

/** The whole service as `npm start` runs it, sample counties included, and a browser. One a test file. `counties`: what `counties.json` says. */
export async function startSite({ counties = {} }: { readonly counties?: object } = {}) {
  const dataDir = temporaryFolder();
  await writeFile(join(dataDir, "counties.json"), JSON.stringify(counties));
  Object.assign(process.env, { PORT: "0", DATA_DIR: dataDir });
  const service = await startUp(process.env);
  afterAll(() => service.stop());
  const browser = await startChromium();

  return {
    origin: service.origin,
    /** Where the sample application is. */
    application: service.application ?? "",
    async open(path: string, options: BrowserContextOptions & { language?: "zh-TW" | "en" } = {}): Promise<Page> {
      const { language = "zh-TW", ...rest } = options;
      const context = await browser.newContext({
        baseURL: service.origin,
        viewport: { width: 390, height: 844 },
        reducedMotion: "reduce",
        ...rest,
      });
      // A step that takes longer than this is stuck: the error then names the step.
      context.setDefaultTimeout(20_000);
      context.on("page", (opened) => watch(opened, service.origin));
      const page = await context.newPage();
      await page.goto(path);
      if (language === "en") await page.getByRole("button", { name: "English" }).click();
      return page;
    },
    /** The six digits of the newest message to an address, as a person reads them in the outbox. */
    async codeFor(to: string): Promise<string> {
      const url = `${service.origin}/local/outbox?to=${encodeURIComponent(to)}`;
      const { messages } = await (await fetch(url, { headers: { accept: "application/json" } })).json();
      return /\b\d{6}\b/.exec(messages[0]?.text ?? "")?.[0] ?? "";
    },
  };
}

/** The sample counties: other hosts than the site, to which people are sent. */
const county = /^http:\/\/127\.0\.0\.1:/;

function watch(page: Page, origin: string): void {
  const heard: string[] = [];
  complaints.set(page, heard);
  page.on("pageerror", (error) => heard.push(`error ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) heard.push(`console ${message.text()}`);
  });
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !county.test(url) && !/^(data|blob):/.test(url)) heard.push(`request ${url}`);
  });
}

/** What a page calls itself, the step of the way before it if it has one: by it a test knows which page has come. */
export const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", {
    level: 1,
    name: typeof name === "string" ? new RegExp(`(?:^|\\s)${name.replace(/[.?()]/g, "\\$&")}$`) : name,
  });

export const expectNoComplaints = (page: Page) => expect(complaints.get(page)).toEqual([]);

/** Reads the captcha that is on the page as `/local/captcha` gives it to those who try out and test, and types it. */
export async function typeCaptcha(page: Page): Promise<void> {
  const field = page.getByRole("textbox", { name: /驗證碼|Captcha|digits/i });
  const token = await tokenOf(page);
  const response = await page.request.post("/local/captcha", { data: { token } });
  await field.fill((await response.json()).digits);
}

/** The token of the picture that is shown: the newest one that was given may be of the form before, or still on its way. */
async function tokenOf(page: Page): Promise<string> {
  const shown = await page.locator(".captcha__picture img").getAttribute("src");
  // The page may show its picture before what it was answered has been told here too.
  return vi.waitFor(
    () => {
      const token = tokens.get(page)?.get(shown ?? "");
      if (token === undefined) throw new Error("listenForCaptcha was not called before the page asked for one");
      return token;
    },
    { timeout: 20_000 },
  );
}

/** The tokens of each page by their pictures. */
const tokens = new WeakMap<Page, Map<string, string>>();

export function listenForCaptcha(page: Page): void {
  const known = tokens.get(page) ?? new Map<string, string>();
  tokens.set(page, known);
  page.on("response", async (response) => {
    if (!response.url().endsWith("/api/captcha") || response.status() !== 200) return;
    // A page that was left has no use for its answer.
    const answer: { token: string; picture: string } | undefined = await response.json().catch(() => undefined);
    if (answer) known.set(`data:image/svg+xml,${encodeURIComponent(answer.picture)}`, answer.token);
  });
}

/** The script of a page comes late: by then the page that is left has been drawn again. `part`: how its file's name begins. */
export async function holdBack(page: Page, part: string): Promise<void> {
  await page.route(`**/assets/${part}-*.js`, async (route) => {
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
    await route.continue();
  });
}

/**
 * Answers the next request of this address, and no later one. The route itself stays: while Playwright's `times` takes the last one off,
 * Chromium may lose a request that is on its way (microsoft/playwright#41802).
 */
export async function routeOnce(page: Page, address: string, answer: (route: Route) => Promise<void>): Promise<void> {
  let isDone = false;
  await page.route(address, (route) => {
    if (isDone) return route.fallback();
    isDone = true;
    return answer(route);
  });
}

/** axe-core, every WCAG 2.2 A and AA rule, on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  // A page that was just opened may have been read and not yet drawn.
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.evaluate(await readFile(axeSource, "utf8"));
  const violations = await page.evaluate(async () => {
    const { axe } = window as never as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  });
  expect(violations).toEqual([]);
}

/** Accessible as it stands, and whole in the narrowest window there is. */
export async function expectAccessibleAndNarrow(page: Page): Promise<void> {
  await expectAccessible(page);
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  await expectNoSidewaysScroll(page);
  if (before !== null) await page.setViewportSize(before);
}

/** Nothing is wider than the window (WCAG 1.4.10). */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(over).toBeLessThanOrEqual(0);
}
