import type { Page } from "playwright-core";
import { expect, vi } from "vitest";
import { listenForCaptcha, type startSite, typeCaptcha } from "./site.ts";

export const password = "Kangaroo-2026-x";

type Site = Awaited<ReturnType<typeof startSite>>;

export interface Sample {
  readonly role: string;
  readonly county: string;
  readonly district: string;
  readonly level: string;
  readonly school: string;
  readonly name: string;
  readonly id: string;
}

/** What looks like a button in the page itself: pressed whether it goes on (a link) or sends (a button). */
export function press(page: Page, name: string): Promise<void> {
  const main = page.getByRole("main");
  return main
    .getByRole("button", { name, exact: true })
    .or(main.getByRole("link", { name, exact: true }))
    .first()
    .click();
}

/** From /apply to the confirm page, by hand as the manual goes (壹, steps 2–4). */
export async function identify(page: Page, person: Sample): Promise<void> {
  await sayWho(page, person);
  await page.getByRole("heading", { name: "這些是您的資料嗎？" }).waitFor();
}

/** The same up to the press that asks the roster. */
export async function sayWho(page: Page, person: Sample): Promise<void> {
  listenForCaptcha(page);
  await page.goto("/apply");
  await page.getByRole("radio", { name: person.role, exact: true }).check();
  await press(page, "下一步");
  await page.getByLabel("縣市", { exact: true }).selectOption({ label: person.county });
  await page.getByLabel("行政區", { exact: true }).selectOption({ label: person.district });
  await page.getByLabel("學制", { exact: true }).selectOption({ label: person.level });
  await page.getByLabel("學校", { exact: true }).selectOption({ label: person.school });
  await press(page, "下一步");
  await page.getByLabel("姓名").fill(person.name);
  await page.getByLabel("身分證字號／居留證號／其他身分 ID").fill(person.id);
  await typeCaptcha(page);
  await press(page, "下一步");
}

/** From the confirm page to the account page (steps 5–6). */
export async function consent(page: Page): Promise<void> {
  await press(page, "資料無誤，下一步");
  await page.getByRole("heading", { name: "個資蒐集告知聲明同意書" }).waitFor();
  const guardian = page.getByRole("checkbox");
  if ((await guardian.count()) > 0) await guardian.check();
  await press(page, "同意");
  await page.getByRole("heading", { name: "設定您的帳號" }).waitFor();
}

export async function chooseAccount(page: Page, accountName: string, email: string, mobile: string): Promise<void> {
  await page.getByLabel("帳號", { exact: true }).fill(accountName);
  await page.getByLabel("密碼", { exact: true }).fill(password);
  await page.getByLabel("再次輸入密碼").fill(password);
  await page.getByLabel("電子郵件信箱").fill(email);
  await page.getByLabel("行動電話").fill(mobile);
  await press(page, "資料無誤，下一步");
  await page.getByRole("heading", { name: "輸入驗證碼" }).waitFor();
}

export async function enterCode(page: Page, site: Site, to: string): Promise<void> {
  await page.getByText("***").first().waitFor();
  // Not by expect.poll: also for what is done before the tests of a file.
  const code = await vi.waitFor(
    async () => {
      const sent = await site.codeFor(to);
      expect(sent).not.toBe("");
      return sent;
    },
    { timeout: 20_000 },
  );
  await page.getByRole("textbox").fill(code);
  await press(page, "開始驗證");
  await page.getByRole("heading", { name: "最後確認" }).waitFor();
}

export async function signIn(page: Page, accountName: string): Promise<void> {
  listenForCaptcha(page);
  await page.goto("/sign-in");
  await page.getByLabel("教育雲端帳號").fill(accountName);
  await page.getByLabel("密碼", { exact: true }).fill(password);
  await typeCaptcha(page);
  await press(page, "登入");
  await page.getByRole("heading", { name: "查閱個人資料" }).waitFor();
}
