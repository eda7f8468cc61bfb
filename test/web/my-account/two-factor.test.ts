import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { isAllowed } from "../../../web/pages/my-account/two-factor/places.ts";
import { bindWords, twoFactorWords } from "../../../web/words/my-two-factor.ts";
import { press } from "../../journeys/pupil.ts";
import { expectAccessibleAndNarrow, expectNoComplaints, heading, startSite } from "../../journeys/site.ts";
import { type Answers, focused, openSignedIn, refusal } from "./answers.ts";

const site = await startSite();
const base = "/my-account/two-factor";
const state = "GET /api/my-account/two-factor";
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const seed = { secret, uri: `otpauth://totp/educloud:wang.ming?secret=${secret}&issuer=educloud`, expiresIn: 600 };
const codes = Array.from({ length: 10 }, (_, place) => `ABCD-EFG${place}-JKLM-NPQR`);
const boundAt = "2026-11-21T02:00:00.000Z";
const codeOf = (page: Page) => page.getByLabel("驗證 App 的六位數驗證碼");

/** From 開始 to the page with the QR code. */
async function toScan(answers: Answers) {
  const opened = await openSignedIn(site, base, {
    [state]: { state: "none" },
    "POST /api/my-account/two-factor/start": seed,
    ...answers,
  });
  const { page } = opened;
  await press(page, "開始");
  await heading(page, "請先準備想綁定的設備")
    .or(page.getByRole("heading", { name: /請先準備想綁定的設備/ }))
    .first()
    .waitFor();
  await page.getByRole("radio", { name: /Android/ }).check();
  await press(page, "下一步");
  await page.getByRole("heading", { name: /下載驗證 App/ }).waitFor();
  await press(page, "下一步");
  await page.getByRole("img", { name: /綁定用的 QR Code/ }).waitFor();
  return opened;
}

describe("雙因子認證綁定 (M63): the manual's steps", () => {
  it("開始 → device → app of its system → instructions and scan → 綁定 → 綁定完成", async () => {
    const { page, bodies, table } = await openSignedIn(site, base, {
      [state]: { state: "none" },
      "POST /api/my-account/two-factor/start": seed,
      "POST /api/my-account/two-factor/bind": [refusal("two-factor-wrong"), {}],
    });
    await heading(page, "雙因子認證綁定").waitFor();
    await expectAccessibleAndNarrow(page);
    await press(page, "開始");
    await page.getByRole("heading", { name: "步驟 1／3 請先準備想綁定的設備" }).waitFor();
    await press(page, "下一步");
    expect(await page.getByRole("alert").textContent()).toContain("請選擇設備系統。");
    await page.getByRole("radio", { name: /iPhone/ }).check();
    await expectAccessibleAndNarrow(page);
    await press(page, "下一步");
    await page.getByRole("heading", { name: "步驟 2／3 下載驗證 App" }).waitFor();
    const stores = await page
      .getByRole("link", { name: /前往下載/ })
      .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).host));
    expect(stores).toEqual(["apps.apple.com", "apps.apple.com"]);
    expect(await page.getByRole("img", { name: /下載點的 QR Code/ }).count()).toBe(2);
    await expectAccessibleAndNarrow(page);
    await press(page, "下一步");
    await page.getByRole("img", { name: /綁定用的 QR Code/ }).waitFor();
    await page.locator("svg.qr .qr__dots[d^=M]").waitFor();
    await page.getByText("在 iPhone 或 iPad 打開驗證 App。").waitFor();
    await page.getByText("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ").waitFor();
    expect(await page.getByRole("link", { name: "在 App 開啟" }).getAttribute("href")).toBe(seed.uri);
    expect(page.url()).not.toContain(secret);
    await expectAccessibleAndNarrow(page);
    await codeOf(page).fill("000000");
    await press(page, "綁定");
    await page.getByRole("alert").getByText("驗證碼不對或已經用過").waitFor();
    table[state] = { state: "bound", boundAt };
    await codeOf(page).fill("123456");
    await press(page, "綁定");
    await page.getByText("綁定完成").waitFor();
    expect(page.url()).toBe(site.origin + base);
    expect(await page.content()).not.toContain(secret);
    expect(bodies("POST /api/my-account/two-factor/bind")).toEqual([{ code: "000000" }, { code: "123456" }]);
    await page.getByText("若您欲使用本服務，請點選「啟用雙因子驗證」").waitFor();
    await expectAccessibleAndNarrow(page);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("啟用雙因子驗證 gives ten recovery codes, once: as a file, and 完成 only with 我已經抄下來", async () => {
    const { page, table } = await openSignedIn(site, base, {
      [state]: { state: "bound", boundAt },
      "POST /api/my-account/two-factor/enable": { recoveryCodes: codes },
    });
    await press(page, "啟用雙因子驗證");
    await heading(page, "啟用雙因子驗證").waitFor();
    await expectAccessibleAndNarrow(page);
    await codeOf(page).fill("123456");
    table[state] = { state: "on", boundAt, recoveryCodesLeft: 10 };
    await press(page, "啟用雙因子驗證");
    const list = page.getByRole("region", { name: "十組備援碼" });
    await list.waitFor();
    expect(await list.getByRole("listitem").allTextContents()).toEqual(codes);
    await expectAccessibleAndNarrow(page);
    const saving = page.waitForEvent("download");
    await press(page, "下載文字檔");
    const file = await readFile(await (await saving).path(), "utf8");
    for (const text of ["wang.ming", ...codes]) expect(file).toContain(text);
    await press(page, "完成");
    await page
      .getByRole("alert")
      .getByRole("link", { name: /我已經抄下來/ })
      .click();
    expect(await focused(page)).toBe("written");
    await page.getByRole("checkbox", { name: "我已經抄下來" }).check();
    await press(page, "完成");
    await page.getByText("雙因子驗證已經啟用").waitFor();
    await page.getByText("10 組").waitFor();
    expect(await page.content()).not.toContain(codes[0]);
    await page.goBack();
    await page.reload();
    await heading(page, "雙因子認證綁定").waitFor();
    expect(await page.content()).not.toContain(codes[0]);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("解除雙因子綁定 takes password and code, or a recovery code (T42)", async () => {
    const { page, bodies, table } = await openSignedIn(site, base, {
      [state]: { state: "on", boundAt, recoveryCodesLeft: 2 },
      "POST /api/my-account/two-factor/unbind": [refusal("password-wrong"), {}],
    });
    await page.getByText("備援碼快用完了").waitFor();
    await press(page, "解除雙因子綁定");
    await heading(page, "解除雙因子綁定").waitFor();
    await press(page, "解除雙因子綁定");
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").getByRole("link").count()).toBe(2);
    await expectAccessibleAndNarrow(page);
    await page.getByLabel("教育雲端密碼").fill("Kangaroo-2026-x");
    await codeOf(page).fill("123456");
    await press(page, "解除雙因子綁定");
    await page.getByRole("alert").getByRole("link", { name: "目前的密碼不對" }).waitFor();
    await press(page, "手機不在身邊？改用備援碼");
    await page.getByLabel("備援碼", { exact: true }).fill(codes[0] ?? "");
    table[state] = { state: "none" };
    await press(page, "解除雙因子綁定");
    await page.getByText("已經解除雙因子綁定").waitFor();
    expect(bodies("POST /api/my-account/two-factor/unbind")).toEqual([
      { password: "Kangaroo-2026-x", code: "123456" },
      { password: "Kangaroo-2026-x", code: codes[0] },
    ]);
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it("產生新的備援碼: ten new ones after a code of the app", async () => {
    const { page } = await openSignedIn(site, `${base}/recovery-codes`, {
      [state]: { state: "on", boundAt, recoveryCodesLeft: 1 },
      "POST /api/my-account/two-factor/recovery-codes": { recoveryCodes: codes },
    });
    await heading(page, "產生新的備援碼").waitFor();
    await codeOf(page).fill("123456");
    await press(page, "產生備援碼");
    await heading(page, "這是新的備援碼").waitFor();
    expect(await page.getByRole("region", { name: "十組備援碼" }).getByRole("listitem").count()).toBe(10);
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });
});

describe("a seed is shown to nobody longer than it is good", () => {
  it("when its time runs out the QR code goes, and a press brings a new one", async () => {
    const { page, calls } = await openSignedIn(site, `${base}/scan?os=other`, {
      [state]: { state: "none" },
      "POST /api/my-account/two-factor/start": [
        { ...seed, expiresIn: 0 },
        { ...seed, secret: "MFRGGZDFMZTWQ2LK" },
      ],
    });
    await page.getByText("時間到了，這個 QR Code 不能用了").waitFor();
    expect(await page.content()).not.toContain("GEZD");
    await expectAccessibleAndNarrow(page);
    await press(page, "換新的 QR Code");
    await page.getByText("MFRG GZDF MZTW Q2LK").waitFor();
    expect(calls.length).toBe(2);
    await page.context().close();
  });

  it("going back from the proof of the password leads to the step before, and no seed was made (T20)", async () => {
    const { page } = await openSignedIn(site, `${base}/app?os=ios`, {
      [state]: { state: "none" },
      "POST /api/my-account/two-factor/start": refusal("re-authentication-required"),
    });
    await press(page, "下一步");
    await heading(page, "請再輸入一次密碼").waitFor();
    await press(page, "取消，回上一頁");
    await page.getByRole("heading", { name: /下載驗證 App/ }).waitFor();
    await page.context().close();
  });

  it("回上一頁 of the browser goes step by step, with what was chosen", async () => {
    const { page } = await toScan({});
    await page.goBack();
    await page.getByRole("heading", { name: /下載驗證 App/ }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: /請先準備想綁定的設備/ }).waitFor();
    expect(await page.getByRole("radio", { name: /Android/ }).isChecked()).toBe(true);
    await page.context().close();
  });
});

describe("what may be done as it stands", () => {
  it.each([
    ["none", ["", "device", "app", "scan"]],
    ["bound", ["", "device", "app", "scan", "enable", "unbind"]],
    ["on", ["", "recovery-codes", "unbind"]],
  ] as const)("%s: %j and nothing else", (is, allowed) => {
    const places = ["", "device", "app", "scan", "enable", "recovery-codes", "unbind", "constructor", "nowhere"];
    expect(places.filter((place) => isAllowed(place, is))).toEqual(allowed);
  });

  it("an address that has nothing to do leads to how it stands", async () => {
    const { page } = await openSignedIn(site, `${base}/enable`, { [state]: { state: "none" } });
    await heading(page, "雙因子認證綁定").waitFor();
    await page.waitForURL(site.origin + base);
    await page.context().close();
  });

  it("the labels are the manual's", () => {
    const { title, start, next, enable, unbind } = twoFactorWords;
    expect([title, start, next, bindWords.bind, enable, unbind].map((label) => label["zh-TW"])).toEqual([
      "雙因子認證綁定",
      "開始",
      "下一步",
      "綁定",
      "啟用雙因子驗證",
      "解除雙因子綁定",
    ]);
  });
});
