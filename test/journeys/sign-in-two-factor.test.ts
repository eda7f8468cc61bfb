import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { accountAt, isPupil } from "../service/counties.ts";
import { complete, leaveFor, signInAtCounty, signOut } from "./county-account.ts";
import { switchFactorOn } from "./factor.ts";
import { chooseAccount, consent, enterCode, password, press, signIn } from "./pupil.ts";
import { holder } from "./recovery.ts";
import {
  expectAccessibleAndNarrow,
  expectNoComplaints,
  heading,
  listenForCaptcha,
  startSite,
  typeCaptcha,
} from "./site.ts";

const site = await startSite();
const person = await holder(site, "two.steps", 5);

/** 登入 up to the second step. */
async function givePassword(page: Page): Promise<void> {
  await page.goto("/sign-in?returnTo=%2Fsite-map");
  await page.getByLabel("教育雲端帳號", { exact: true }).fill(person.accountName);
  await page.getByLabel("密碼", { exact: true }).fill(password);
  await typeCaptcha(page);
  await press(page, "登入");
  await heading(page, "雙因子驗證").waitFor();
}

describe("signing in with a second factor (M63, T18)", () => {
  it("asks for the code, knows a wrong one, takes a recovery code once, and shows both in IP登入紀錄", async () => {
    const page = await site.open("/");
    await signIn(page, person.accountName);
    const { shown, recoveryCodes } = await switchFactorOn(page);
    await signOut(page);

    listenForCaptcha(page);
    await givePassword(page);
    await expectAccessibleAndNarrow(page);
    // Not in between: the password alone opens nothing.
    expect(await page.evaluate(async () => (await fetch("/api/my-account")).status)).toBe(401);
    const code = shown(1);
    await page.getByRole("textbox").fill(code === "000000" ? "000001" : "000000");
    await press(page, "登入");
    await page
      .getByRole("alert")
      .getByText(/驗證碼不對或已經用過/)
      .waitFor();
    await page.getByRole("textbox").fill(code);
    await press(page, "登入");
    await heading(page, "網站導覽").waitFor();

    await signOut(page);
    await givePassword(page);
    await page.getByRole("button", { name: /備援碼/ }).click();
    await page.getByRole("textbox").fill(recoveryCodes[0]?.toLowerCase() ?? "");
    await press(page, "登入");
    await heading(page, /用掉了一組備援碼/).waitFor();
    await page.getByText("還剩 9 組").waitFor();
    await expectAccessibleAndNarrow(page);
    await press(page, "繼續");
    await heading(page, "網站導覽").waitFor();

    await page.goto("/my-account/ip-sign-ins");
    const row = page.getByRole("row").nth(1);
    await row.getByText("加雙因子驗證").waitFor();
    await row.getByText("和您現在的位址相同").waitFor();

    await signOut(page);
    await givePassword(page);
    await page.getByRole("button", { name: /備援碼/ }).click();
    await page.getByRole("textbox").fill(recoveryCodes[0] ?? "");
    await press(page, "登入");
    await page
      .getByRole("alert")
      .getByText(/備援碼不對或已經用過/)
      .waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });

  it("a code without a password before it leads back to 登入", async () => {
    const page = await site.open("/sign-in/two-factor?returnTo=%2Fsite-map");
    await page.getByRole("textbox").fill("123456");
    await press(page, "登入");
    await page.getByText("剛才的登入沒有完成，或等太久了。請再登入一次。").waitFor();
    expect(new URL(page.url()).searchParams.get("returnTo")).toBe("/site-map");
    await page.context().close();
  });

  it("after a county's account as well, and then on to where the person wanted to be (M31)", async () => {
    const account = accountAt("TAO", isPupil);
    const page = await site.open("/sign-in/county");
    await leaveFor(page, "TAO");
    await signInAtCounty(page, account);
    await page.getByRole("heading", { name: "這些是您的資料嗎？" }).waitFor();
    await consent(page);
    await chooseAccount(page, "two.county", "two.county@mail.test", "");
    await enterCode(page, site, "two.county@mail.test");
    await complete(page);
    await signIn(page, "two.county");
    const { shown } = await switchFactorOn(page);
    await signOut(page);

    await page.goto("/sign-in/county?returnTo=%2Fsite-map");
    await leaveFor(page, "TAO");
    await signInAtCounty(page, account);
    await heading(page, "雙因子驗證").waitFor();
    expect(await page.evaluate(async () => (await fetch("/api/my-account")).status)).toBe(401);
    await page.getByRole("textbox").fill(shown(1));
    await press(page, "登入");
    await heading(page, "網站導覽").waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });
});
