import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessibleAndNarrow, expectNoComplaints, heading, startSite } from "../../journeys/site.ts";
import { answer, type Given, signedIn, signedOut } from "../answers.ts";
import { address as consent, getIt, interaction } from "../consent/interaction.ts";

const site = await startSite();
const key = "POST /api/sign-in/two-factor";
const right = { accountName: "wang.xm", csrfToken: "csrf-1" };
const send = (page: Page) => page.getByRole("main").getByRole("button", { name: "登入", exact: true }).click();

/** Nobody is signed in until the code was right. */
async function open(path: string, given: Given, more: Readonly<Record<string, Given>> = {}) {
  let isIn = false;
  const page = await site.open("/privacy");
  const asked = await answer(page, {
    "GET /api/session": () => (isIn ? signedIn : signedOut),
    [key]: () => {
      const answered = typeof given === "function" ? given() : given;
      isIn = !Array.isArray(answered);
      return answered;
    },
    ...more,
  });
  await page.goto(path);
  return { page, asked };
}

describe("the second step of signing in (M63, T18)", () => {
  it("one field for the code of the app; then on to where the person wanted to be", async () => {
    const { page, asked } = await open("/sign-in/two-factor?returnTo=%2Fsite-map", right);
    const field = page.getByRole("textbox");
    await field.waitFor();
    expect(await field.getAttribute("autocomplete")).toBe("one-time-code");
    expect(await field.getAttribute("inputmode")).toBe("numeric");
    await expectAccessibleAndNarrow(page);
    await field.fill("123 456");
    await send(page);
    await heading(page, "網站導覽").waitFor();
    expect(asked.filter((one) => one.key === key).map(({ body }) => body)).toEqual([{ code: "123456" }]);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("too few digits are told at once, and no try is lost", async () => {
    const { page, asked } = await open("/sign-in/two-factor", right);
    await page.getByRole("textbox").fill("12345");
    await send(page);
    await page.getByRole("alert").waitFor();
    await expect.poll(() => page.title()).toMatch(/^錯誤：/);
    expect(asked.filter((one) => one.key === key)).toEqual([]);
    await page.context().close();
  });

  it.each([
    [[422, "two-factor-wrong"], /驗證碼不對或已經用過/],
    [[429, "two-factor-wait"], /錯太多次了/],
  ] as const)("%j is told, and one may try again", async (refusal, sentence) => {
    const { page } = await open("/sign-in/two-factor", refusal);
    await page.getByRole("textbox").fill("123456");
    await send(page);
    await page.getByRole("alert").getByText(sentence).waitFor();
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it.each([
    [409, "two-factor-missing"],
    [401, "sign-in-failed"],
  ] as const)("%i %s: back to 登入, which says so and keeps the way on", async (status, code) => {
    const { page } = await open(`/sign-in/two-factor?returnTo=${encodeURIComponent(consent)}`, [status, code]);
    await page.getByRole("textbox").fill("123456");
    await send(page);
    await page.getByText("剛才的登入沒有完成，或等太久了。請再登入一次。").waitFor();
    expect(new URL(page.url()).searchParams.get("returnTo")).toBe(consent);
    await page.context().close();
  });

  it("a recovery code in its place: how many are left is told before one goes on", async () => {
    const { page, asked } = await open("/sign-in/two-factor?returnTo=%2Fsite-map", { ...right, recoveryCodesLeft: 2 });
    await page.getByRole("button", { name: /備援碼/ }).click();
    const field = page.getByRole("textbox", { name: "備援碼" });
    expect(await field.getAttribute("autocomplete")).toBe("off");
    await field.fill("ABCD-EFGH-JKLM-NPQR");
    await send(page);
    await heading(page, /用掉了一組備援碼/).waitFor();
    await page.getByText(/還剩 2 組/).waitFor();
    expect(asked.filter((one) => one.key === key).map(({ body }) => body)).toEqual([{ code: "ABCD-EFGH-JKLM-NPQR" }]);
    await expectAccessibleAndNarrow(page);
    const main = page.getByRole("main");
    expect(await main.getByRole("link", { name: "做新的備援碼" }).getAttribute("href")).toBe("/my-account/two-factor");
    await main.getByRole("link", { name: "繼續" }).click();
    await heading(page, "網站導覽").waitFor();
    await page.context().close();
  });

  it("a wrong recovery code is called one, and switching back forgets it", async () => {
    const { page } = await open("/sign-in/two-factor", [422, "two-factor-wrong"]);
    await page.getByRole("button", { name: /備援碼/ }).click();
    await page.getByRole("textbox").fill("ABCD-EFGH-JKLM-NPQR");
    await send(page);
    await page
      .getByRole("alert")
      .getByText(/備援碼不對/)
      .waitFor();
    await page.getByRole("button", { name: /驗證 App/ }).click();
    await page.getByRole("alert").waitFor({ state: "detached" });
    expect(await page.getByRole("textbox").inputValue()).toBe("");
    await page.context().close();
  });

  it("for an application, somebody who is signed in is asked all the same", async () => {
    const { page } = await open(`/sign-in/two-factor?returnTo=${encodeURIComponent(consent)}`, right, {
      "GET /api/session": signedIn,
      [getIt]: interaction("consent"),
    });
    await page.getByRole("textbox").fill("123456");
    await send(page);
    await heading(page, /要把資料給/).waitFor();
    await page.context().close();
  });
});
