import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { countyPassword } from "../../../lib/local/counties/accounts.ts";
import { type SampleCounties, startCounties } from "../../../lib/local/counties/counties.ts";
import { startChromium } from "../../journeys/browser.ts";
import { expectAccessible, expectNoSidewaysScroll } from "../../journeys/site.ts";

/** Stands for the site: all that matters is that a browser arrives. */
const site = createServer((_, response) => response.writeHead(200, { "content-type": "text/plain" }).end("arrived"));
let counties: SampleCounties;
let browser: Browser;
let siteOrigin = "";
beforeAll(async () => {
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  siteOrigin = `http://localhost:${(site.address() as AddressInfo).port}`;
  [counties, browser] = await Promise.all([startCounties({ siteOrigin }), startChromium()]);
});
afterAll(async () => {
  await counties.stop();
  site.closeAllConnections();
  site.close();
});

/** At 高雄's first page, on a small old phone. */
async function atKaohsiung(): Promise<{ page: Page; heard: string[] }> {
  const context = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: "zh-TW" });
  const page = await context.newPage();
  const heard: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" && !/status of 4\d\d/.test(message.text())) heard.push(message.text());
  });
  const address = counties.pages.find(({ county }) => county === "KHH")?.address;
  const query = {
    response_type: "code",
    client_id: counties.configurations.KHH?.clientId ?? "",
    redirect_uri: `${siteOrigin}/api/county/KHH/callback`,
    scope: "openid",
    state: "s1",
  };
  await page.goto(`${address}/oauth2/auth?${new URLSearchParams(query)}`);
  return { page, heard };
}

async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

describe("a sample county in a browser", () => {
  it("takes a pupil through its pages on a narrow phone, each readable by everybody, and back to the site", async () => {
    const { page, heard } = await atKaohsiung();
    for (const words of ["學生登入", "左營區", "市立左營高中（高中職）", "11年3班"]) {
      await expectGood(page);
      await page.getByRole("link", { name: words, exact: true }).click();
    }
    await expectGood(page);
    await page.getByLabel("帳號").selectOption("khh-s001");
    await page.getByLabel("密碼").fill("wrong");
    await page.getByRole("button", { name: "登入" }).click();
    await page.getByRole("alert").waitFor();
    await expectGood(page);
    expect(await page.getByLabel("帳號").inputValue()).toBe("khh-s001");
    await page.getByLabel("密碼").fill(countyPassword);
    await page.getByRole("button", { name: "登入" }).click();
    await page.waitForURL(`${siteOrigin}/api/county/KHH/callback?*`);
    expect(new URL(page.url()).searchParams.get("state")).toBe("s1");
    expect(heard).toEqual([]);
  });

  it("is left by 取消, with the keyboard alone", async () => {
    const { page } = await atKaohsiung();
    await page.getByRole("button", { name: "取消" }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(`${siteOrigin}/api/county/KHH/callback?*`);
    expect(new URL(page.url()).searchParams.get("error")).toBe("access_denied");
  });

  it("lets one change an answer, by 更改 and by the browser's own way back", async () => {
    const { page } = await atKaohsiung();
    await page.getByRole("link", { name: "教師登入" }).click();
    await page.getByRole("link", { name: "新興區" }).click();
    await page.getByRole("link", { name: "更改身分" }).click();
    await page.getByRole("heading", { name: "請選擇身分" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "請選擇學校" }).waitFor();
  });
});
