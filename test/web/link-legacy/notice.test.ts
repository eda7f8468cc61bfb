import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessibleAndNarrow, expectNoComplaints, heading, startSite } from "../../journeys/site.ts";
import { signedOut } from "../answers.ts";
import { interaction as request } from "../consent/interaction.ts";
import { alone, arrival, at, client, decideIt, open as openAt, showIt, uid } from "./arrival.ts";

const site = await startSite();
const open = (...more: Parameters<typeof openAt> extends [unknown, ...infer Rest] ? Rest : never) =>
  openAt(site, ...more);
/** In the place of the application: a page of the site that is not the program. */
const onward = `${site.origin}/local/outbox`;
const notice = "教育雲帳號整合說明";
const main = async (page: Page) => {
  await page.locator(".apply-notice").waitFor();
  return page.getByRole("main").innerText();
};
const getRequest = `GET /api/oidc/interactions/${uid}`;

describe("the notice of a legacy platform (M80, M81)", () => {
  it("says what is to come with the platform's name, moment and help line, and gives the two ways", async () => {
    const { page } = await open(at());
    await heading(page, notice).waitFor();
    const text = await main(page);
    for (const told of [
      "您第一次用教育雲端帳號來到「數位學習服務平台」。",
      "「教育雲入口網」將為唯一登入介面",
      "原平台帳號登入功能將維持至104年1月31日晚間11點59分",
      "104年2月1日凌晨0點起，平台首頁之登入功能將取消，改至「教育雲入口網」統一登入",
      "若有相關疑問，請撥平台客服電話 05-2720411 分機33131",
      "數位學習服務平台 敬上",
      "wang.xm",
    ])
      expect(text).toContain(told);
    await expectAccessibleAndNarrow(page);
    await page.getByRole("link", { name: /^已有平台帳號/ }).click();
    await heading(page, "已有平台帳號").waitFor();
    expect(page.url()).toBe(site.origin + at("/account"));
    await page.goBack();
    await page.getByRole("link", { name: /^尚未有平台資訊/ }).click();
    await heading(page, "尚未有平台資訊").waitFor();
    expect(page.url()).toBe(site.origin + at("/register"));
    expectNoComplaints(page);
    await page.context().close();
  });

  it("after the moment it says what has happened, and joining goes on", async () => {
    const { page } = await open(at(), { [showIt]: arrival({ ended: true }) });
    await heading(page, notice).waitFor();
    const text = await main(page);
    expect(text).toContain("原平台帳號登入功能已於104年1月31日晚間11點59分截止");
    expect(text).not.toMatch(/將維持至|將為唯一|將取消/);
    await page.getByRole("link", { name: /^已有平台帳號/ }).waitFor();
    await page.context().close();
  });

  it("where accounts are joined no more it says since when, whom to ask, and leaves the other way", async () => {
    const { page } = await open(at("/account"), {
      [showIt]: arrival({ ended: true, linkingEnded: "2016-01-31T16:00:00.000Z" }),
    });
    await heading(page, notice).waitFor();
    await page.waitForURL(site.origin + at());
    await page.getByText("105年2月1日凌晨0點起不再辦理合併。").waitFor();
    await page.getByRole("link", { name: /^尚未有平台資訊/ }).waitFor();
    expect(await page.getByRole("link", { name: /^已有平台帳號/ }).count()).toBe(0);
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it("in English", async () => {
    const { page } = await open(at(), {}, "en");
    await heading(page, "Your platform account and your education cloud account").waitFor();
    const text = await main(page);
    expect(text).toContain("the old sign-in works until 31 January 2015, 23:59");
    expect(text).toContain("Ask: 05-2720411 ext. 33131");
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it("取消 goes back to the application with nothing done", async () => {
    const { page, bodies } = await open(at(), { [decideIt]: { url: onward } });
    await page.getByRole("button", { name: "取消，回到「數位學習服務平台」" }).click();
    await page.waitForURL(onward);
    expect(bodies(decideIt)).toEqual([{ decision: "refuse" }]);
    await page.context().close();
  });

  it("取消 of a request that is gone says so; on a full service it can be pressed again", async () => {
    let tries = 0;
    const { page } = await open(at(), {
      [decideIt]: () => (++tries === 1 ? [503, "try-again-later"] : [409, "interaction-missing"]),
      [getRequest]: [409, "interaction-missing"],
    });
    const cancel = page.getByRole("button", { name: "取消，回到「數位學習服務平台」" });
    await cancel.click();
    await page.getByRole("alert").getByText("服務有點忙").waitFor();
    await cancel.click();
    await heading(page, "這次的登入沒辦法繼續").waitFor();
    await page.context().close();
  });
});

describe("who comes to the address", () => {
  it("not signed in: to 登入 and back to the same page", async () => {
    const { page } = await open(at("/register"), { "GET /api/session": signedOut });
    await heading(page, "登入").waitFor();
    expect(new URL(page.url()).searchParams.get("returnTo")).toBe(at("/register"));
    await page.context().close();
  });

  it("without a request: there is a way back to the platform by its entry", async () => {
    const { page, asked } = await open(alone());
    await heading(page, notice).waitFor();
    const back = page.getByRole("link", { name: "回到「數位學習服務平台」" });
    expect(await back.getAttribute("href")).toBe("https://ups.example.edu.tw/");
    expect(await page.getByRole("button", { name: /^取消/ }).count()).toBe(0);
    expect(asked.filter(({ key }) => key.includes("/interactions/"))).toEqual([]);
    await page.context().close();
  });

  it.each([
    ["none named", "/link-legacy-account", "zh-TW"],
    ["no such platform", alone(), "zh-TW"],
    ["no such platform", alone(), "en"],
  ] as const)("%s, %s in %s: a page that says so", async (_case, path, language) => {
    const { page } = await open(path, { [showIt]: [404, "not-found"] }, language);
    await heading(page, language === "en" ? "There is no such platform" : "找不到要整合的平台").waitFor();
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it("a dead line: the same once more", async () => {
    let tries = 0;
    const { page } = await open(at(), { [showIt]: () => (++tries === 1 ? [503, "try-again-later"] : arrival()) });
    await page.getByRole("button", { name: "再試一次" }).click();
    await page.getByRole("link", { name: /^已有平台帳號/ }).waitFor();
    await page.context().close();
  });

  it.each([
    ["linked", at("/register"), "帳號合併完成", `/consent/${uid}`],
    ["registered", at("/account"), "資料已送出", `/consent/${uid}`],
    ["linked", alone(), "帳號合併完成", "https://ups.example.edu.tw/"],
  ] as const)("%s already, at %s: what is so, and on to the platform (M84)", async (state, path, title, href) => {
    const known = state === "linked" ? { legacyAccount: "Wang.Old" } : {};
    const { page } = await open(path, { [showIt]: arrival({ state, ...known }) });
    await heading(page, title).waitFor();
    await page.waitForURL("**/link-legacy-account/done?*");
    expect(await page.getByRole("link", { name: "回到平台" }).getAttribute("href")).toBe(href);
    expect(await page.getByText("Wang.Old").count()).toBe(state === "linked" ? 1 : 0);
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });
});

describe("an application's request that waits for it", () => {
  const waiting = (needs: "link-legacy-account" | "consent") =>
    request(needs, { application: { ...request(needs).application, clientId: client } });

  it("leads here and from here back to its question; the back button never goes in a circle", async () => {
    let state: "open" | "linked" = "open";
    const { page } = await open(`/consent/${uid}`, {
      [getRequest]: () => waiting(state === "open" ? "link-legacy-account" : "consent"),
      [showIt]: () => arrival({ state }),
    });
    await heading(page, notice).waitFor();
    expect(page.url()).toBe(site.origin + at());
    state = "linked";
    await page.reload();
    await page.getByRole("link", { name: "回到平台" }).click();
    await heading(page, "要把資料給「範例學習平台」嗎？").waitFor();
    await page.goBack();
    await heading(page, "帳號合併完成").waitFor();
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe("/privacy");
    await page.context().close();
  });

  it("換帳號 leads through 登入 to the request, which may ask more of the other account", async () => {
    const { page } = await open(at("/account"), { "POST /api/sign-out": {} });
    await page.getByRole("button", { name: "換帳號" }).click();
    await heading(page, "登入").waitFor();
    expect(new URL(page.url()).searchParams.get("returnTo")).toBe(`/consent/${uid}`);
    await page.context().close();
  });
});
