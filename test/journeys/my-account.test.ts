import { generateSync } from "otplib";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { signOut } from "./county-account.ts";
import { tabTo } from "./keyboard.ts";
import { password, press, signIn } from "./pupil.ts";
import { goByCode, type Holder, holder, setPassword, untilFreshCaptcha } from "./recovery.ts";
import { expectAccessible, expectNoComplaints, heading, listenForCaptcha, startSite, typeCaptcha } from "./site.ts";

const site = await startSite();

/** Somebody's own pages, signed in. */
async function openOwn(person: Holder): Promise<Page> {
  const page = await site.open("/");
  await signIn(page, person.accountName);
  return page;
}

/** The text of the newest message to an address, as a person reads it in the outbox. */
async function messageTo(address: string): Promise<string> {
  const response = await fetch(`${site.origin}/local/outbox?to=${encodeURIComponent(address)}`, {
    headers: { accept: "application/json" },
  });
  const { messages } = await response.json();
  return messages[0]?.text ?? "";
}

/** What an authenticator app that has the seed shows so many steps of 30 seconds from now: a step works once. */
const shown = (secret: string, steps: number) =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1_000) + 30 * steps });

describe("修改備用電子郵件信箱/行動電話 in a browser (M35, T20)", () => {
  let person: Holder;
  beforeAll(async () => {
    person = await holder(site, "own.contacts", 0);
  });

  it("a new address proved by its code; the old one is told, takes it back, and every session ends", async () => {
    const page = await openOwn(person);
    await press(page, "修改備用電子郵件信箱/行動電話");
    await page
      .getByRole("main")
      .getByRole("link", { name: /^電子郵件信箱/ })
      .click();
    await page.getByLabel("新的電子郵件信箱").fill("own.new@mail.test");
    await press(page, "傳送驗證碼");
    await heading(page, "輸入驗證碼").waitFor();
    await expect.poll(() => site.codeFor("own.new@mail.test"), { timeout: 20_000 }).not.toBe("");
    await page.getByLabel("六位數驗證碼").fill(await site.codeFor("own.new@mail.test"));
    await press(page, "儲存變更");
    await heading(page, "資料更新成功").waitFor();
    await press(page, "確定");
    await page.getByText("own.new@mail.test").waitFor();

    await expect.poll(() => messageTo(person.email), { timeout: 20_000 }).toContain("/contact-undo#");
    const [link = ""] = /http\S+\/contact-undo#\S+/.exec(await messageTo(person.email)) ?? [];
    const other = await site.open("/");
    await other.goto(link);
    await press(other, "不是我改的，取消變更");
    await heading(other, "已經恢復原來的聯絡方式").waitFor();
    await expectAccessible(other);
    await other.goto(link);
    await other.reload();
    await heading(other, "這個連結不能用").waitFor();

    await page.reload();
    await heading(page, "登入").waitFor();
    expectNoComplaints(page);
    expectNoComplaints(other);
    for (const each of [page, other]) await each.context().close();
  });
});

describe("雙因子認證綁定 in a browser (M63)", () => {
  it("binds and enables by the manual's steps, signs out, signs in with a code, and disconnects with a recovery code", async () => {
    const page = await openOwn(await holder(site, "own.factor", 1));
    await page.getByRole("main").getByRole("link", { name: "雙因子認證綁定" }).click();
    await press(page, "開始");
    await page.getByRole("radio", { name: /Android/ }).check();
    await press(page, "下一步");
    await page.getByRole("heading", { name: /下載驗證 App/ }).waitFor();
    await press(page, "下一步");
    await page.getByRole("img", { name: /綁定用的 QR Code/ }).waitFor();
    const secret = (await page.locator("code").innerText()).replaceAll(" ", "");
    const code = page.getByLabel("驗證 App 的六位數驗證碼");
    const bound = page.getByText("綁定完成");
    const refused = page.getByRole("alert").getByText("驗證碼不對");
    const bind = async () => {
      await code.fill(shown(secret, -1));
      await press(page, "綁定");
      await bound.or(refused).first().waitFor();
    };
    await bind();
    // The half minute of the code may have ended on its way: then the app shows the next one.
    if (await refused.isVisible()) await bind();
    await bound.waitFor();
    await press(page, "啟用雙因子驗證");
    await heading(page, "啟用雙因子驗證").waitFor();
    await code.fill(shown(secret, 0));
    await press(page, "啟用雙因子驗證");
    const list = page.getByRole("region", { name: "十組備援碼" });
    await list.waitFor();
    const codes = await list.getByRole("listitem").allInnerTexts();
    expect(new Set(codes).size).toBe(10);
    await page.getByRole("checkbox", { name: "我已經抄下來" }).check();
    await press(page, "完成");
    await page.getByText("雙因子驗證已經啟用").waitFor();
    await page.reload();
    await page.getByText("10 組").waitFor();
    await signOut(page);

    listenForCaptcha(page);
    await page.goto("/sign-in?returnTo=%2Fmy-account%2Ftwo-factor");
    await page.getByLabel("教育雲端帳號", { exact: true }).fill("own.factor");
    await page.getByLabel("密碼", { exact: true }).fill(password);
    await typeCaptcha(page);
    await press(page, "登入");
    await heading(page, "雙因子驗證").waitFor();
    await page.getByRole("textbox").fill(shown(secret, 1));
    await press(page, "登入");
    await heading(page, "雙因子認證綁定").waitFor();

    await press(page, "解除雙因子綁定");
    await page.getByLabel("教育雲端密碼").fill(password);
    await press(page, "手機不在身邊？改用備援碼");
    await page.getByLabel("備援碼", { exact: true }).fill(codes[0]?.toLowerCase() ?? "");
    await press(page, "解除雙因子綁定");
    await page.getByText("已經解除雙因子綁定").waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });
});

describe("one's own account in a browser", () => {
  it("by keyboard alone: a new password, which ends the other device and not this one (T17, WCAG 2.1.1)", async () => {
    const person = await holder(site, "own.keys", 2);
    const other = await openOwn(person);
    const page = await openOwn(person);
    await page.goto("/my-account/devices");
    await page.getByRole("button", { name: "結束這個登入" }).waitFor();
    await expectAccessible(page);
    await tabTo(page, "變更密碼");
    await page.keyboard.press("Enter");
    await heading(page, "變更密碼").waitFor();
    const typed = [
      ["目前的密碼", password],
      ["新密碼", "Wombat-2026-own"],
      ["再次輸入新密碼", "Wombat-2026-own"],
    ] as const;
    for (const [label, text] of typed) {
      await tabTo(page, label);
      await page.keyboard.type(text);
    }
    await page.keyboard.press("Enter");
    await heading(page, "密碼變更完成").waitFor();
    await page.goto("/my-account/devices");
    await page.getByText("沒有其他裝置登入這個帳號。").waitFor();
    await other.reload();
    await heading(other, "登入").waitFor();
    expectNoComplaints(page);
    for (const each of [page, other]) await each.context().close();
  });

  it("更新個人資料 of a pupil who is at the same school still (M36), the data as a file, and the account closed and brought back", async () => {
    const person = await holder(site, "own.close", 3);
    const page = await openOwn(person);
    await page.goto("/my-account/school?role=student");
    await page.getByLabel("縣市", { exact: true }).selectOption({ label: person.county });
    await page.getByLabel("行政區", { exact: true }).selectOption({ label: person.district });
    await page.getByLabel("學制", { exact: true }).selectOption({ label: person.level });
    await page.getByLabel("學校", { exact: true }).selectOption({ label: person.school });
    await page.getByLabel("身分證字號／居留證號／其他身分 ID").fill(person.id);
    await press(page, "查詢");
    await heading(page, "資料已經是最新的").waitFor();
    await press(page, "確定");

    await page.getByRole("main").getByRole("link", { name: "下載我的資料" }).click();
    const saving = page.waitForEvent("download");
    await press(page, "下載（JSON 檔）");
    expect((await saving).suggestedFilename()).toMatch(/^own\.close-\d{4}-\d\d-\d\d\.json$/);

    await page.goto("/my-account/close");
    await page.getByLabel("請輸入教育雲端帳號").fill("own.close");
    await press(page, "關閉帳號");
    await heading(page, "帳號已經關閉").waitFor();
    await expectAccessible(page);
    await untilFreshCaptcha(page, () => press(page, "啟用帳號"));
    await goByCode(page, site, person);
    await setPassword(page, person, "啟用帳號", "Wombat-2026-Back");
    await heading(page, "帳號已啟用").waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });
});
