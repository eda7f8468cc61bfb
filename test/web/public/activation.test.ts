import { describe, expect, it } from "vitest";
import { press } from "../../journeys/pupil.ts";
import {
  expectAccessible,
  expectAccessibleAndNarrow,
  expectNoComplaints,
  heading,
  listenForCaptcha,
  startSite,
  typeCaptcha,
} from "../../journeys/site.ts";
import { answer } from "../answers.ts";

const site = await startSite();
const open = { state: "open", email: "c***@mail.test" };

/** The page of a link, with answers in place of the service. */
async function openLink(answers: Parameters<typeof answer>[1]) {
  const page = await site.open("/");
  const asked = await answer(page, { "POST /api/public/activation": open, ...answers });
  await page.goto("/public/activate#a-token");
  return { page, asked, keys: () => asked.map(({ key }) => key).filter((key) => key.startsWith("POST")) };
}

describe("the page of the mailed link (M20, T22)", () => {
  it("opening it only looks, and takes the token out of the address; the press sends it with the password", async () => {
    const { page, asked, keys } = await openLink({ "POST /api/public/activate": { account: "chen@mail.test" } });
    await page.getByText("c***@mail.test").waitFor();
    expect(page.url()).toBe(`${site.origin}/public/activate`);
    expect(keys()).toEqual(["POST /api/public/activation"]);
    await expectAccessibleAndNarrow(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page);

    await press(page, "啟用帳號");
    await page.getByRole("alert").getByRole("link", { name: "請輸入註冊時設定的密碼。" }).waitFor();
    expect(keys()).toEqual(["POST /api/public/activation"]);
    await page.getByLabel("密碼", { exact: true }).fill("blue7river");
    await press(page, "啟用帳號");
    await heading(page, "啟用成功").waitFor();
    expect(asked.at(-1)).toMatchObject({ body: { token: "a-token", password: "blue7river", language: "zh-TW" } });
    expect(await page.getByRole("main").getByRole("link", { name: "登入" }).getAttribute("href")).toBe("/sign-in");
    await page.reload();
    await heading(page, "這個連結不能用").waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });

  it("a wrong password is told and may be mended; when the tries are spent the link is gone, with ways on", async () => {
    const answers = [[422, "password-wrong"] as const, [422, "activation-link"] as const];
    const { page } = await openLink({ "POST /api/public/activate": () => answers.shift() ?? {} });
    await page.getByLabel("密碼", { exact: true }).fill("blue7river");
    await press(page, "啟用帳號");
    await page
      .getByRole("alert")
      .getByRole("link", { name: /註冊時設定的密碼/ })
      .waitFor();
    await press(page, "啟用帳號");
    await heading(page, "這個連結不能用").waitFor();
    const main = page.getByRole("main");
    expect(await main.getByRole("link", { name: "重發驗證信" }).getAttribute("href")).toBe("/public/resend");
    expect(await main.getByRole("link", { name: "重新註冊" }).getAttribute("href")).toBe("/public/register");
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it("an address that got an account meanwhile leads to 登入 and 忘記密碼", async () => {
    const { page } = await openLink({ "POST /api/public/activate": [409, "account-email-taken"] });
    await page.getByLabel("密碼", { exact: true }).fill("blue7river");
    await press(page, "啟用帳號");
    await page.getByText("您可能註冊過兩次").waitFor();
    expect(await page.getByRole("main").getByRole("link", { name: "忘記密碼" }).getAttribute("href")).toBe(
      "/reset-password",
    );
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it("不是我 asks for no password and says what was done", async () => {
    const { page, asked } = await openLink({ "POST /api/public/refuse": {} });
    const button = page.getByRole("button", { name: "不是我" });
    expect(await button.getAttribute("aria-describedby")).toBe("not-me-about");
    await button.click();
    await heading(page, "註冊取消了").waitFor();
    expect(asked.at(-1)).toMatchObject({ key: "POST /api/public/refuse", body: { token: "a-token" } });
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it("an old link, one that is used, and no answer at all", async () => {
    const { page: old } = await openLink({ "POST /api/public/activation": [422, "activation-link"] });
    await heading(old, "這個連結不能用").waitFor();
    const { page: used } = await openLink({ "POST /api/public/activation": { ...open, state: "done" } });
    await used.getByText("帳號已經啟用了").waitFor();
    const answers = [[503, "try-again-later"] as const, open];
    const { page: busy } = await openLink({ "POST /api/public/activation": () => answers.shift() ?? open });
    await busy.getByRole("alert").waitFor();
    await press(busy, "再試一次");
    await busy.getByText("c***@mail.test").waitFor();
    for (const page of [old, used, busy]) await page.context().close();
  });
});

describe("重發驗證信 (M20, T04)", () => {
  it("an address that is none is told before anything is sent; then one answer, and another after the wait", async () => {
    const page = await site.open("/", { language: "en" });
    listenForCaptcha(page);
    const asked = await answer(page, { "POST /api/public/resend": { resendIn: 60 } });
    await page.goto("/public/resend");
    await heading(page, "Send the activation mail again").waitFor();
    await expectAccessibleAndNarrow(page);
    await page.getByLabel("Account (e-mail)").fill("chen");
    await press(page, "Send the mail");
    await page.getByRole("alert").getByRole("link", { name: /one @/ }).waitFor();
    expect(asked).toEqual([]);
    await page.getByLabel("Account (e-mail)").fill(" chen@mail.test ");
    await typeCaptcha(page);
    await press(page, "Send the mail");
    await heading(page, "Look in your mailbox").waitFor();
    expect(asked[0]?.body).toMatchObject({ email: "chen@mail.test", language: "en" });
    expect(await page.getByRole("button", { name: "Send another" }).getAttribute("aria-disabled")).toBe("true");
    expect(await page.getByRole("main").innerText()).not.toMatch(/[，。「」]/);
    await expectAccessibleAndNarrow(page);
    expectNoComplaints(page);
    await page.context().close();
  });
});
