import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import type { LegacyArrival } from "../../../functions/contract/schemas/legacy.ts";
import {
  expectAccessible,
  expectAccessibleAndNarrow,
  expectNoComplaints,
  heading,
  startSite,
} from "../../journeys/site.ts";
import { type Given, signedIn } from "../answers.ts";
import { arrival, at, findIt, open, reasonOfId, registerIt, resetIt, showIt } from "./arrival.ts";

const site = await startSite();
type Answers = Readonly<Record<string, Given>>;
const press = (page: Page, name: string) => page.getByRole("main").getByRole("button", { name, exact: true }).click();
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });

describe("查詢密碼 (M85)", () => {
  const openFind = (answers: Answers) => open(site, at("/find-password"), answers);

  async function ask(page: Page): Promise<void> {
    await field(page, "平台帳號").fill("Wang.Old");
    await field(page, "平台登記的電子郵件").fill(" old@mail.test ");
    await typeDigits(page);
    await press(page, "查詢密碼");
  }
  /** Any will do: the answers are given in place of the service. */
  async function typeDigits(page: Page): Promise<void> {
    await page.locator(".captcha__picture img").waitFor();
    await page.locator("#captcha").fill("123");
  }

  it("the hint, then 系統重設密碼, then back to the form with the account in it", async () => {
    const { page, bodies } = await openFind({
      [findIt]: { hint: "阿嬤家的狗" },
      [resetIt]: { masked: "o***@mail.test", hours: 24 },
    });
    await field(page, "平台帳號").waitFor();
    await expectAccessibleAndNarrow(page);
    await ask(page);
    await heading(page, "您留下的密碼提示").waitFor();
    await page.getByText("阿嬤家的狗").waitFor();
    await expectAccessibleAndNarrow(page);
    await typeDigits(page);
    await press(page, "系統重設密碼");
    await heading(page, "請收信").waitFor();
    const text = await page.getByRole("main").innerText();
    expect(text).toContain("如果平台帳號和電子郵件都對，一次性密碼已經寄到 o***@mail.test。");
    expect(text).toContain("密碼 24 小時內有效");
    await expectAccessible(page);
    const told = { account: "Wang.Old", email: "old@mail.test" };
    expect(bodies(findIt)).toEqual([expect.objectContaining(told)]);
    expect(bodies(resetIt)).toEqual([expect.objectContaining({ ...told, language: "zh-TW" })]);
    const captchas = [...bodies(findIt), ...bodies(resetIt)].map((body) => (body as { captcha: object }).captcha);
    expect(captchas[1]).not.toEqual(captchas[0]);

    await page.getByRole("link", { name: "收到了，回去輸入密碼" }).click();
    await heading(page, "已有平台帳號").waitFor();
    expect(await field(page, "平台帳號").inputValue()).toBe("Wang.Old");
    await page.getByText("請輸入信裡的一次性密碼；原來的平台密碼也可以。").waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });

  it("no hint to show: it says so without saying why, and 系統重設密碼 is the next step", async () => {
    const { page } = await openFind({ [findIt]: {} });
    await ask(page);
    await heading(page, "沒有可以顯示的密碼提示").waitFor();
    expect(await page.locator(".button--primary").innerText()).toBe("系統重設密碼");
    await press(page, "改帳號或電子郵件");
    await heading(page, "查詢密碼").waitFor();
    expect(await field(page, "平台帳號").inputValue()).toBe("Wang.Old");
    await page.context().close();
  });

  it("what is missing or wrong is told of its field, before anything is sent", async () => {
    const { page, bodies } = await openFind({ [findIt]: {} });
    await field(page, "平台登記的電子郵件").fill("old");
    await press(page, "查詢密碼");
    const alert = page.getByRole("alert");
    await alert.getByText("請輸入平台帳號。").waitFor();
    await alert.getByText("電子郵件要有一個「@」").waitFor();
    expect(await alert.getByRole("link").count()).toBe(3);
    expect(bodies(findIt)).toEqual([]);
    await page.context().close();
  });

  it.each([
    [[422, "captcha-wrong"], "驗證碼不對或過期了"],
    [[422, "contact-rule", { fields: [{ field: "email", problem: "domain" }] }], "「@」後面的部分不對"],
    [[429, "too-many-tries", { retryAfter: 86_400 }], "試的次數太多了"],
  ] as const)("%o is told, with a fresh captcha", async (refusal, sentence) => {
    const { page } = await openFind({ [findIt]: refusal });
    await ask(page);
    await page.getByRole("alert").getByText(sentence).waitFor();
    expect(await page.locator("#captcha").inputValue()).toBe("");
    await page.context().close();
  });
});

describe("尚未有平台資訊 (M83)", () => {
  const openForm = (form: Partial<LegacyArrival["form"]> = {}, answers: Answers = {}) =>
    open(site, at("/register"), { [showIt]: arrival({}, form), ...answers });

  it("what the account knows stands there, name and identity to read only; 送出 sends what is filled in", async () => {
    const { page, bodies } = await openForm({}, { [registerIt]: {} });
    const values = await Promise.all(
      ["職稱", "*聯絡電話", "電子信箱", "中文姓名", "英文姓名"].map((label) => field(page, label).inputValue()),
    );
    expect(values).toEqual(["教師", "0912-345-678", "ming@home.test", "王小明", ""]);
    expect(await page.locator(".summary").innerText()).toMatch(/姓名\s*王小明\s*身分\s*教師/);
    expect(await page.getByLabel(/身份証/).count()).toBe(0);
    await expectAccessibleAndNarrow(page);
    await page.getByRole("radio", { name: "男" }).check();
    await press(page, "送出");
    await heading(page, "資料已送出").waitFor();
    expect(bodies(registerIt)).toEqual([
      { title: "教師", phone: "0912-345-678", email: "ming@home.test", gender: "male", chineseName: "王小明" },
    ]);
    await expectAccessible(page);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("身份証 is asked for where the application may have it, with its own reason (M86)", async () => {
    const { page, bodies } = await openForm({ personIdNeeded: true, personIdReason: reasonOfId }, { [registerIt]: {} });
    await page.getByText(reasonOfId["zh-TW"]).waitFor();
    await press(page, "送出");
    await page.getByRole("alert").getByText("請輸入身分證字號").waitFor();
    expect(bodies(registerIt)).toEqual([]);
    await field(page, "*身份証").fill("A123456789");
    await expectAccessible(page);
    await press(page, "送出");
    await heading(page, "資料已送出").waitFor();
    expect(bodies(registerIt)).toEqual([expect.objectContaining({ personId: "A123456789" })]);
    await page.context().close();
  });

  it("who is no person of a school is one of 其他, without a job title", async () => {
    const { page } = await openForm({ roles: [] });
    await page.getByText("其他（家長、社會人士）").waitFor();
    expect(await field(page, "職稱").inputValue()).toBe("");
    await page.context().close();
  });

  it.each([
    [{ code: "person-id-other", fields: [{ field: "personId", problem: "other" }] }, "這個證號和您帳號登記的不一樣"],
    [{ code: "name-rule", fields: [{ field: "englishName", problem: "characters" }] }, "姓名裡有不能使用的字"],
    [{ code: "contact-rule", fields: [{ field: "phone", problem: "length" }] }, "電話要有 7 到 15 個數字"],
  ])("what the service refuses is told of its field: %o", async ({ code, fields }, sentence) => {
    const { page } = await openForm({ personIdNeeded: true }, { [registerIt]: [422, code, { fields }] });
    await field(page, "*身份証").fill("A123456789");
    await press(page, "送出");
    const told = page.getByRole("alert").getByRole("link", { name: sentence });
    await told.click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe(fields[0]?.field);
    await page.context().close();
  });

  it("when somebody else signed in meanwhile nothing of the person before is left", async () => {
    let who = signedIn;
    const { page } = await openForm(
      {},
      {
        "GET /api/session": () => who,
        [showIt]: () => (who === signedIn ? arrival() : arrival({}, { name: "林宇", phone: "02-1111-2222" })),
        [registerIt]: [401, "not-signed-in"],
      },
    );
    await field(page, "英文姓名").fill("Wang Xiao-ming");
    who = { ...signedIn, accountName: "lin.yu", name: "林宇" };
    await press(page, "送出");
    await page.locator(".summary").getByText("林宇").waitFor();
    const values = ["*聯絡電話", "中文姓名", "英文姓名"].map((label) => field(page, label).inputValue());
    expect(await Promise.all(values)).toEqual(["02-1111-2222", "林宇", ""]);
    await page.context().close();
  });

  it("typed data is still there after a look at the other way", async () => {
    const { page } = await openForm();
    await field(page, "英文姓名").fill("Wang Xiao-ming");
    await page.getByRole("main").getByRole("link", { name: "已有平台帳號" }).click();
    await heading(page, "已有平台帳號").waitFor();
    await page.goBack();
    expect(await field(page, "英文姓名").inputValue()).toBe("Wang Xiao-ming");
    await page.context().close();
  });
});
