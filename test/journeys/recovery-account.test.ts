import { beforeAll, describe, expect, it } from "vitest";
import { press } from "./pupil.ts";
import {
  choose,
  disable,
  goByCode,
  goByPersonalData,
  type Holder,
  holder,
  setPassword,
  signInWith,
  untilFreshCaptcha,
} from "./recovery.ts";
import { openWays } from "./recovery-ways.ts";
import {
  expectAccessible,
  expectAccessibleAndNarrow,
  expectNoComplaints,
  heading,
  listenForCaptcha,
  startSite,
  typeCaptcha,
} from "./site.ts";

const site = await startSite();
let first: Holder;
let second: Holder;
beforeAll(async () => {
  first = await holder(site, "disabled.first", 0);
  second = await holder(site, "disabled.second", 1);
});

describe("忘記帳號 (伍) in a browser", () => {
  it("by ID number and captcha the account is shown, then 登入 or 忘記密碼 (M41)", async () => {
    const page = await site.open("/");
    listenForCaptcha(page);
    await page.getByRole("button", { name: "帳號管理" }).click();
    await untilFreshCaptcha(page, () => page.getByRole("banner").getByRole("link", { name: "忘記帳號" }).click());
    await heading(page, "忘記帳號").waitFor();
    await page.getByLabel("所在縣市").waitFor();
    await expectAccessibleAndNarrow(page);
    const idField = page.getByLabel("身分證字號／居留證號／其他身分 ID");

    await idField.fill("A123456788");
    await typeCaptcha(page);
    await press(page, "帳號取得");
    await page.getByRole("alert").getByText("檢查碼不對").waitFor();

    await idField.fill("A123456789");
    await untilFreshCaptcha(page, () => press(page, "帳號取得"));
    await page.getByRole("link", { name: "查無資料，回報問題" }).waitFor();
    await expectAccessibleAndNarrow(page);

    await idField.fill(first.id);
    await typeCaptcha(page);
    await press(page, "帳號取得");
    await heading(page, "您的教育雲端帳號").waitFor();
    expect(await page.getByRole("main").innerText()).toContain(first.account);
    await expectAccessibleAndNarrow(page);
    expect(await page.getByRole("main").getByRole("link").allTextContents()).toEqual(["登入", "忘記密碼"]);
    expect(page.url()).not.toContain(first.accountName);
    await page.reload();
    await heading(page, "忘記帳號").waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });
});

describe("啟用帳號 (柒) in a browser", () => {
  const fromSignIn = () => openWays(site, "啟用教育雲端帳號", "啟用帳號");

  it("by a code, with any three of four kinds of characters in the new password (M55)", async () => {
    await disable(first);
    const page = await fromSignIn();
    await untilFreshCaptcha(page, () => choose(page, "傳送驗證碼啟用"));
    await goByCode(page, site, first);
    await setPassword(page, first, "啟用帳號", "wombat2026");
    await page.getByRole("alert").getByText("密碼裡的字元種類不夠").waitFor();
    await setPassword(page, first, "啟用帳號", "wombat-2026");
    await heading(page, "帳號已啟用").waitFor();
    await page.reload();
    await heading(page, "帳號已啟用").waitFor();
    await expectAccessible(page);
    await signInWith(page, first, "wombat-2026");
    expectNoComplaints(page);
    await page.context().close();
  });

  it("by personal data (M55)", async () => {
    await disable(second);
    const page = await fromSignIn();
    await choose(page, "使用個人基本資料啟用");
    await goByPersonalData(page, second);
    await setPassword(page, second, "啟用帳號", "Wombat2026");
    await heading(page, "帳號已啟用").waitFor();
    await expectAccessible(page);
    await signInWith(page, second, "Wombat2026");
    expectNoComplaints(page);
    await page.context().close();
  });
});
