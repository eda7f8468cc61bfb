import { describe, expect, it } from "vitest";
import { listenForCaptcha, startSite, typeCaptcha } from "../../journeys/site.ts";
import { answer, signedIn } from "../answers.ts";
import { address, getIt, interaction } from "../consent/interaction.ts";

const site = await startSite();

/** 登入 with the captcha of the service and an answer of ours. */
async function signIn(given: object, returnTo?: string) {
  const page = await site.open("/privacy");
  listenForCaptcha(page);
  const asked = await answer(page, {
    "GET /api/session": signedIn,
    "POST /api/sign-in": given,
    [getIt]: interaction("consent"),
  });
  await page.goto(`/sign-in${returnTo ? `?returnTo=${encodeURIComponent(returnTo)}` : ""}`);
  return { page, asked };
}

describe("登入 for an application", () => {
  it("asks somebody who is signed in for the password again, then goes on to the request", async () => {
    const { page } = await signIn({ next: "signed-in", accountName: "wang.xm", csrfToken: "csrf-1" }, address);
    await page.getByLabel("教育雲端帳號", { exact: true }).fill("wang.xm");
    await page.getByLabel("密碼", { exact: true }).fill("Kangaroo-2026-x");
    await typeCaptcha(page);
    await page.getByRole("main").getByRole("button", { name: "登入", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: /要把資料給/ }).waitFor();
    await page.context().close();
  });

  it("leads to the second factor with the way on, in place of itself", async () => {
    const { page } = await signIn({ next: "two-factor" }, address);
    await page.getByLabel("教育雲端帳號", { exact: true }).fill("wang.xm");
    await page.getByLabel("密碼", { exact: true }).fill("Kangaroo-2026-x");
    await typeCaptcha(page);
    await page.getByRole("main").getByRole("button", { name: "登入", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "雙因子驗證" }).waitFor();
    expect(new URL(page.url()).searchParams.get("returnTo")).toBe(address);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe("/privacy");
    await page.context().close();
  });

  it("without an application somebody who is signed in is sent on, as ever", async () => {
    const { page } = await signIn({}, "/site-map");
    await page.getByRole("heading", { level: 1, name: "網站導覽" }).waitFor();
    await page.context().close();
  });

  it("the way through a county is kept open as well", async () => {
    const { page } = await signIn({}, address);
    const link = page.getByRole("link", { name: "使用縣市帳號登入" });
    expect(await link.getAttribute("href")).toBe(`/sign-in/county?returnTo=${encodeURIComponent(address)}`);
    await link.click();
    await page.getByRole("heading", { level: 1, name: "使用縣市帳號登入" }).waitFor();
    await page
      .getByRole("button", { name: /高雄市/ })
      .or(page.getByRole("link", { name: /高雄市/ }))
      .first()
      .waitFor();
    expect(new URL(page.url()).pathname).toBe("/sign-in/county");
    await page.context().close();
  });
});
