import type { Page } from "playwright-core";
import { expect, vi } from "vitest";
import { press } from "./pupil.ts";
import { listenForCaptcha, type startSite, typeCaptcha } from "./site.ts";

type Site = Awaited<ReturnType<typeof startSite>>;

export const parentPassword = "Kangaroo-2026-x";

/** From 申請帳號 to the form of 其他 (M10, M15, M20). */
export async function toForm(page: Page): Promise<void> {
  listenForCaptcha(page);
  await page.goto("/apply");
  await page.getByRole("radio", { name: "其他（家長、社會人士）" }).check();
  await press(page, "下一步");
  await page.getByRole("heading", { name: "個資蒐集告知聲明同意書" }).waitFor();
  await press(page, "同意");
  await page.getByRole("heading", { name: "其他會員註冊" }).waitFor();
}

/** Fills in what has to be, but the captcha. */
export async function fillForm(page: Page, email: string): Promise<void> {
  await page.getByLabel("*帳號(Email)").fill(email);
  await page.getByLabel("*姓名").fill("陳美玲");
  await page.getByLabel("*密碼", { exact: true }).fill(parentPassword);
  await page.getByLabel("*密碼確認").fill(parentPassword);
  await page.getByLabel("*暱稱").fill("小安媽媽");
  await page.getByRole("radio", { name: "我已滿20歲" }).check();
}

/** The form to its end. */
export async function sendForm(page: Page, email: string): Promise<void> {
  await fillForm(page, email);
  await typeCaptcha(page);
  await press(page, "註冊，寄驗證信給我");
  await page.getByRole("heading", { name: "收信啟用帳號" }).waitFor();
}

/** The newest mail to an address, once it is in the outbox: the job writes it a moment after the answer (T04). `count`: how many there are by then. */
export async function mailFor(
  site: Site,
  to: string,
  count = 1,
): Promise<{ readonly link: string; readonly code: string }> {
  const url = `${site.origin}/local/outbox?to=${encodeURIComponent(to)}`;
  const text = await vi.waitFor(
    async () => {
      const { messages } = await (await fetch(url, { headers: { accept: "application/json" } })).json();
      expect(messages.length).toBeGreaterThanOrEqual(count);
      return messages[0].text as string;
    },
    { timeout: 20_000, interval: 100 },
  );
  const link = /https?:\/\/\S+\/public\/activate#[\w.~-]+/.exec(text)?.[0] ?? "";
  return { link, code: /\b\d{6}\b/.exec(text)?.[0] ?? "" };
}

export async function signInByEmail(page: Page, email: string): Promise<void> {
  listenForCaptcha(page);
  await page.goto("/sign-in");
  await page.getByLabel("教育雲端帳號").fill(email);
  await page.getByLabel("密碼", { exact: true }).fill(parentPassword);
  await typeCaptcha(page);
  await press(page, "登入");
  await page.getByRole("heading", { name: "查閱個人資料" }).waitFor();
}
