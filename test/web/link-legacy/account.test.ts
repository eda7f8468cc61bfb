import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { tabTo } from "../../journeys/keyboard.ts";
import {
  expectAccessible,
  expectAccessibleAndNarrow,
  expectNoComplaints,
  heading,
  startSite,
} from "../../journeys/site.ts";
import type { Given } from "../answers.ts";
import { focused } from "../my-account/answers.ts";
import { arrival, at, linkIt, open, showIt } from "./arrival.ts";

const site = await startSite();
const openForm = (answers: Readonly<Record<string, Given>> = {}) => open(site, at("/account"), answers);
const submit = (page: Page) => page.getByRole("button", { name: "帳號合併" }).click();

async function type(page: Page, account = "Wang.Old", password = "old pass "): Promise<void> {
  await page.getByLabel("平台帳號", { exact: true }).fill(account);
  await page.getByLabel("平台密碼", { exact: true }).fill(password);
}
const typed = (page: Page) =>
  Promise.all(["平台帳號", "平台密碼"].map((label) => page.getByLabel(label, { exact: true }).inputValue()));

describe("已有平台帳號 (M82)", () => {
  it("帳號合併 sends account and password as they were typed; then what happens now", async () => {
    const { page, asked, bodies } = await openForm({ [linkIt]: { account: "Wang.Old" } });
    await type(page, " Wang.Old ");
    await expectAccessibleAndNarrow(page);
    await submit(page);
    await heading(page, "帳號合併完成").waitFor();
    expect(bodies(linkIt)).toEqual([{ account: "Wang.Old", password: "old pass ", language: "zh-TW" }]);
    expect(asked.find(({ key }) => key === linkIt)?.csrfToken).toBe("csrf-1");
    expect(await page.getByRole("main").innerText()).toContain(
      "下次用教育雲端帳號登入，就可以直接進入「數位學習服務平台」。",
    );
    await page.waitForURL(site.origin + at("/done"));
    await expectAccessibleAndNarrow(page);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("nothing is sent before both are there", async () => {
    const { page, bodies } = await openForm({ [linkIt]: { account: "Wang.Old" } });
    await page.getByLabel("平台帳號", { exact: true }).fill("  ");
    await submit(page);
    await page.getByRole("alert").getByText("請輸入平台帳號。").waitFor();
    await page.getByRole("alert").getByText("請輸入平台密碼。").waitFor();
    expect(bodies(linkIt)).toEqual([]);
    await expectAccessible(page);
    await page.context().close();
  });

  it.each([
    [[422, "legacy-password-wrong"], "忘了密碼，請按「查詢密碼」"],
    [[429, "legacy-wait", { retryAfter: 30 }], "請等 30 秒後再試。"],
    [[409, "legacy-linked-elsewhere"], "已經合併到另一個教育雲端帳號。不是您辦理的，請聯絡我們。"],
    [[429, "too-many-tries", { retryAfter: 86_400 }], "試的次數太多了"],
  ] as const)("%o says what to do, and what was typed stays", async (refusal, sentence) => {
    const { page } = await openForm({ [linkIt]: refusal });
    await type(page);
    await submit(page);
    await page.getByRole("alert").getByText(sentence).waitFor();
    expect(await typed(page)).toEqual(["Wang.Old", "old pass "]);
    await page.getByRole("main").getByRole("link", { name: "聯絡我們" }).waitFor();
    await page.context().close();
  });

  it.each([
    ["legacy-has-link", 409, { state: "registered" }, "資料已送出"],
    ["legacy-linking-ended", 403, { linkingEnded: "2016-01-31T16:00:00.000Z" }, "教育雲帳號整合說明"],
  ] as const)("%s: the page that says so", async (code, status, news, title) => {
    let asks = 0;
    const { page } = await openForm({
      [showIt]: () => (++asks === 1 ? arrival() : arrival(news)),
      [linkIt]: [status, code],
    });
    await type(page);
    await submit(page);
    await heading(page, title).waitFor();
    await page.context().close();
  });

  it("取消 leads back to the notice", async () => {
    const { page, bodies } = await openForm();
    await type(page);
    await page.getByRole("main").getByRole("link", { name: "取消", exact: true }).click();
    await heading(page, "教育雲帳號整合說明").waitFor();
    expect(bodies(linkIt)).toEqual([]);
    await page.context().close();
  });
});

describe("the names differ", () => {
  const question = "姓名不一樣。這是您的帳號嗎？";

  it("the question takes the focus and says whose name is where, 取消 leaves all as it was typed", async () => {
    const { page, bodies } = await openForm({ [linkIt]: [409, "legacy-other-name"] });
    await type(page);
    await submit(page);
    await page.getByRole("region", { name: question }).waitFor();
    const focusedRegion = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    await expect.poll(focusedRegion).toBe(question);
    const text = await page.getByRole("region", { name: question }).innerText();
    expect(text).toContain("王小明");
    expect(text).toContain("「Wang.Old」登記的是另一個姓名");
    expect(await page.getByRole("button", { name: "帳號合併", exact: true }).count()).toBe(0);
    await expectAccessibleAndNarrow(page);
    await page.getByRole("button", { name: "取消", exact: true }).click();
    await expect.poll(() => focused(page)).toBe("account");
    expect(await typed(page)).toEqual(["Wang.Old", "old pass "]);
    expect(bodies(linkIt)).toHaveLength(1);
    await page.context().close();
  });

  it("by keyboard alone: 確定是我的帳號，繼續合併 sends the same once more, and that it is theirs", async () => {
    let asks = 0;
    const { page, bodies } = await openForm({
      [linkIt]: () => (++asks === 1 ? [409, "legacy-other-name"] : { account: "Wang.Old" }),
    });
    await tabTo(page, "平台帳號");
    await page.keyboard.type("Wang.Old");
    await tabTo(page, "平台密碼");
    await page.keyboard.type("old pass");
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: question }).waitFor();
    await tabTo(page, "確定是我的帳號，繼續合併");
    await page.keyboard.press("Enter");
    await heading(page, "帳號合併完成").waitFor();
    const first = { account: "Wang.Old", password: "old pass", language: "zh-TW" };
    expect(bodies(linkIt)).toEqual([first, { ...first, otherName: true }]);
    await page.context().close();
  });
});
