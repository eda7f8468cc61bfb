import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import {
  expectAccessible,
  expectAccessibleAndNarrow,
  expectNoComplaints,
  listenForCaptcha,
  routeOnce,
  startSite,
  typeCaptcha,
} from "../../journeys/site.ts";

const site = await startSite();
const taipei = `county=${encodeURIComponent("臺北市")}`;
const send = (page: Page) => page.getByRole("main").getByRole("button", { name: "送出", exact: true });
const description = (page: Page) => page.getByLabel("問題描述");

async function fillIn(page: Page): Promise<void> {
  await page.getByLabel("身分證字號／居留證號／其他身分 ID／教育雲端帳號").fill("A123456789");
  await page.getByLabel("姓名").fill("王小明");
  await page.getByLabel("聯絡方式").fill("ming@mail.test");
  await description(page).fill("畫面停在第三步");
}

async function openFilledIn(): Promise<Page> {
  const page = await site.open("/privacy");
  listenForCaptcha(page);
  await page.goto("/contact-us?about=applying");
  await fillIn(page);
  await page.getByRole("img", { name: "驗證碼圖片" }).waitFor();
  return page;
}

describe("the form of 聯絡我們 (M70)", () => {
  it("tells what is missing, takes the focus there, and keeps what was typed", async () => {
    const page = await site.open("/contact-us?about=applying");
    await description(page).waitFor();
    await page.getByLabel("姓名").fill("王小明");
    await send(page).click();
    const summary = page.getByRole("alert");
    await summary.getByText("請輸入電子信箱或手機號碼。").waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("請先修正下面的問題");
    await expect.poll(() => page.title()).toContain("錯誤：聯絡我們");
    await expectAccessibleAndNarrow(page);
    await summary.getByRole("link", { name: "範本還沒有填" }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("description");
    expect(await page.getByLabel("姓名").inputValue()).toBe("王小明");
    expectNoComplaints(page);
    await page.context().close();
  });

  it("a category brings its template, in the language that is read, and another category another one", async () => {
    const page = await site.open("/contact-us");
    await page.getByLabel("問題分類").selectOption({ label: "我找不到我的學校" });
    expect(await description(page).inputValue()).toContain("學校全名：\n");
    await page.getByLabel("問題分類").selectOption({ label: "收不到驗證碼" });
    expect(await description(page).inputValue()).toContain("垃圾郵件匣");
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.getByLabel("What happened").inputValue()).toContain("spam folder");
    await page.context().close();
  });

  it("a template never goes over what a person typed: it is kept, and the template offered behind it", async () => {
    const page = await site.open("/contact-us?about=applying");
    await description(page).fill("我的話");
    await page.getByLabel("問題分類").selectOption({ label: "查無資料" });
    expect(await description(page).inputValue()).toBe("我的話");
    await page.getByRole("button", { name: "加上「查無資料」的範本" }).click();
    expect(await description(page).inputValue()).toMatch(/^我的話\n\n縣市：\n學校：/);
    expect(await page.getByRole("button", { name: "的範本" }).count()).toBe(0);
    await expectAccessible(page);
    // An empty field has nothing to lose.
    await description(page).fill("");
    await page.getByLabel("問題分類").selectOption({ label: "建議" });
    expect(await description(page).inputValue()).toContain("我的建議：");
    await page.context().close();
  });

  it("a refusal of the service is told at its field, with a fresh captcha and everything still there", async () => {
    const page = await openFilledIn();
    await typeCaptcha(page);
    const refuse = { status: 422, contentType: "application/problem+json" };
    const body = { code: "contact-rule", status: 422, title: "", fields: [{ field: "contact", problem: "domain" }] };
    await routeOnce(page, "**/api/cases", (route) => route.fulfill({ ...refuse, body: JSON.stringify(body) }));
    await send(page).click();
    await page.getByRole("alert").getByRole("link", { name: "電子信箱或手機號碼的格式不對" }).waitFor();
    expect(await description(page).inputValue()).toBe("畫面停在第三步");
    expect(await page.getByRole("textbox", { name: "驗證碼", exact: true }).inputValue()).toBe("");

    await page.getByRole("img", { name: "驗證碼圖片" }).waitFor();
    await page.getByRole("textbox", { name: "驗證碼", exact: true }).fill("000");
    await routeOnce(page, "**/api/cases", (route) => route.abort());
    await send(page).click();
    await page.getByRole("alert").getByText("連不上服務").waitFor();
    expect(await page.getByLabel("聯絡方式").inputValue()).toBe("ming@mail.test");
    await page.context().close();
  });

  it.each([
    [true, "ming@mail.test", "也寄到您的電子信箱了"],
    [true, "0912345678", "也用簡訊傳給您了"],
    [false, "ming@mail.test", "請現在抄下"],
  ])("afterwards it says where number and code went: sent %s to %s", async (mailed, contact, told) => {
    const page = await openFilledIn();
    await page.getByLabel("聯絡方式").fill(contact);
    await typeCaptcha(page);
    const answer = { number: "20261121-7K4M2Q", code: "0BP3M2WQ", mailed };
    await page.route("**/api/cases", (route) => route.fulfill({ json: answer }));
    await send(page).click();
    await page.getByRole("heading", { level: 1, name: "您的問題已送出" }).waitFor();
    const shown = await page.getByRole("main").innerText();
    for (const text of ["已將您的問題寄至客服信箱，我們會盡快為您處理", answer.number, answer.code, told])
      expect(shown).toContain(text);
    expect(page.url()).not.toContain(answer.code);
    await expectAccessibleAndNarrow(page);
    for (const name of ["申請帳號", "登入"])
      expect(await page.getByRole("main").getByRole("link", { name, exact: true }).count()).toBe(1);
    // 聯絡我們 again is a new, empty form; a reload of the page before has no code to show.
    await page.getByRole("contentinfo").getByRole("link", { name: "聯絡我們" }).click();
    await page.getByLabel("姓名").waitFor();
    expect(await page.getByLabel("姓名").inputValue()).toBe("");
    await page.getByRole("img", { name: "驗證碼圖片" }).waitFor();
    await page.goto("/contact-us/sent");
    await page.getByRole("heading", { name: "查詢碼只顯示一次" }).waitFor();
    expect(await page.getByRole("main").innerText()).not.toContain(answer.code);
    await expectAccessibleAndNarrow(page);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("取消 goes back to where the question arose", async () => {
    const page = await site.open("/privacy");
    await page.getByRole("contentinfo").getByRole("link", { name: "聯絡我們" }).click();
    await page.getByRole("button", { name: "取消" }).click();
    await page.waitForURL("**/privacy");
    await page.context().close();
  });

  it("what is typed in 申請帳號 comes along from its 回報問題 button alone: the next pupil at the computer sees none of it", async () => {
    const page = await site.open(`/apply/person?role=student&${taipei}`);
    await page.waitForURL("**/apply/school**");
    await page.getByLabel("行政區", { exact: true }).selectOption({ index: 1 });
    await page.getByLabel("學制", { exact: true }).selectOption({ index: 1 });
    await page.getByLabel("學校", { exact: true }).selectOption({ index: 1 });
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByLabel("姓名").fill("王小明");
    await page.getByRole("contentinfo").getByRole("link", { name: "聯絡我們" }).click();
    await page.getByLabel("問題分類").waitFor();
    expect(await page.getByLabel("姓名").inputValue()).toBe("");
    await page.context().close();
  });
});
