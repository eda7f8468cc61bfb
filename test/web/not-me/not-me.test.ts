import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessibleAndNarrow, expectNoComplaints, routeOnce, startSite } from "../../journeys/site.ts";

const site = await startSite();
const frozen = { number: "20261121-7K4M2Q", code: "0BP3M2WQ" };
const button = (page: Page) => page.getByRole("button", { name: "不是我，停用帳號" });

/** Answers in place of the service, and keeps the tokens that came. */
async function answerFreezes(page: Page): Promise<string[]> {
  const tokens: string[] = [];
  await page.route("**/api/not-me", (route) => {
    tokens.push(route.request().postDataJSON().token);
    return route.fulfill({ json: frozen });
  });
  return tokens;
}

describe("不是我 (T17)", () => {
  it("opening the link does nothing but take the token out of the address: programs that read mail open links", async () => {
    const page = await site.open("/");
    const posted: string[] = [];
    page.on("request", (request) => request.method() === "POST" && posted.push(request.url()));
    await page.goto("/not-me#a-token");
    await button(page).waitFor();
    expect(page.url()).toBe(`${site.origin}/not-me`);
    expect(await page.getByRole("main").innerText()).toMatch(/帳號會先停用.*登入都會馬上結束.*開立一個案件/s);
    expect(posted).toEqual([]);
    await expectAccessibleAndNarrow(page);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("a press disables the account and shows the case and the way back; a reload neither asks nor shows again", async () => {
    const page = await site.open("/not-me#a-token");
    const tokens = await answerFreezes(page);
    await button(page).click();
    await page.getByRole("heading", { level: 1, name: "帳號已經停用" }).waitFor();
    const main = page.getByRole("main");
    for (const text of [frozen.number, frozen.code]) await main.getByText(text, { exact: true }).waitFor();
    expect(await main.getByRole("link", { name: "啟用帳號" }).getAttribute("href")).toBe("/activate/code");
    expect(tokens).toEqual(["a-token"]);
    await expectAccessibleAndNarrow(page);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "這個連結不能用" }).waitFor();
    expect(await main.innerText()).not.toContain(frozen.code);
    expect(tokens).toEqual(["a-token"]);
    await page.context().close();
  });

  it("a lost answer is told, and a second press sends the same token", async () => {
    const page = await site.open("/not-me#a-token");
    const tokens = await answerFreezes(page);
    await routeOnce(page, "**/api/not-me", (route) => route.abort());
    await button(page).click();
    await page.getByRole("alert").getByText("連不上服務").waitFor();
    await button(page).click();
    await page.getByRole("heading", { level: 1, name: "帳號已經停用" }).waitFor();
    expect(tokens).toEqual(["a-token"]);
    await page.context().close();
  });

  it("a link that does not work leads on, and the next link opened in the same tab works", async () => {
    const page = await site.open("/not-me#made-up");
    await button(page).click();
    await page.getByRole("heading", { level: 1, name: "這個連結不能用" }).waitFor();
    const report = page.getByRole("main").getByRole("link", { name: "聯絡我們" });
    expect(await report.getAttribute("href")).toBe("/contact-us?about=not-me");
    await expectAccessibleAndNarrow(page);
    const tokens = await answerFreezes(page);
    await page.evaluate(() => location.assign("#another-token"));
    await button(page).click();
    await page.getByRole("heading", { level: 1, name: "帳號已經停用" }).waitFor();
    expect(tokens).toEqual(["another-token"]);
    expect(page.url()).toBe(`${site.origin}/not-me`);
    await page.context().close();
  });

  it.each(["zh-TW", "en"] as const)("in %s: an address without a token says so", async (language) => {
    const page = await site.open("/not-me", { language });
    await page.getByRole("heading", { level: 1, name: /不能用|does not work/ }).waitFor();
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });
});
