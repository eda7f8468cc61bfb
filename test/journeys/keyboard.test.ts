import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { samplePersons } from "../../lib/local/seed/sample-persons.ts";
import { expectNoComplaints, listenForCaptcha, startSite, typeCaptcha } from "./site.ts";

const site = await startSite();
const person = samplePersons().find(({ role }) => role === "teacher")!;

/** Tabs to the control with this name and proves that it shows its focus; gives up after a page's worth of stops. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let stops = 0; stops < 60; stops += 1) {
    await page.keyboard.press("Tab");
    const here = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const labels = (element as HTMLInputElement).labels;
      const label = labels === null || labels === undefined ? "" : [...labels].map((one) => one.textContent).join(" ");
      // A radio button shows its focus on the card around it.
      const around = [element, element.parentElement, element.closest("label")].filter((one) => one !== null);
      const styles = around.map((one) => getComputedStyle(one));
      return {
        name: `${label} ${element.getAttribute("aria-label") ?? ""} ${element.textContent ?? ""}`.trim(),
        seen: styles.some(({ outlineStyle, boxShadow }) => outlineStyle !== "none" || boxShadow !== "none"),
      };
    });
    const found = typeof name === "string" ? here.name.startsWith(name) : name.test(here.name);
    if (!found) continue;
    expect(here.seen).toBe(true);
    return;
  }
  throw new Error(`no control is called ${name}`);
}

/** Types into a closed select until it stands at the option: what a keyboard user does. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  await tabTo(page, label);
  const select = page.getByLabel(label, { exact: true });
  for (let steps = 0; steps < 400; steps += 1) {
    if ((await select.evaluate((element: HTMLSelectElement) => element.selectedOptions[0]?.text)) === option) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`${label} has no ${option}`);
}

describe("by keyboard alone", () => {
  it("a teacher applies for an account from the first page to the last (M10–M19, WCAG 2.1.1)", async () => {
    const page = await site.open("/", { viewport: { width: 1280, height: 900 } });
    listenForCaptcha(page);
    const main = page.getByRole("main");
    await tabTo(page, /^申請帳號/);
    await page.keyboard.press("Enter");
    await main.getByRole("heading", { name: "您的身分是？" }).waitFor();
    await tabTo(page, "學生");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await main.getByRole("heading", { name: "您的學校是？" }).waitFor();
    await choose(page, "縣市", person.county);
    await choose(page, "行政區", person.district);
    await choose(page, "學制", person.level);
    await choose(page, "學校", person.school);
    await tabTo(page, "下一步");
    await page.keyboard.press("Enter");
    await main.getByRole("heading", { name: "請輸入您的個人資料" }).waitFor();
    await tabTo(page, "姓名");
    await page.keyboard.type(person.name);
    await tabTo(page, "身分證字號");
    await page.keyboard.type(person.id);
    await typeCaptcha(page);
    await page.keyboard.press("Enter");
    await main.getByRole("heading", { name: "這些是您的資料嗎？" }).waitFor();
    await tabTo(page, "資料無誤，下一步");
    await page.keyboard.press("Enter");
    await main.getByRole("heading", { name: "個資蒐集告知聲明同意書" }).waitFor();
    await tabTo(page, /^同意$/);
    await page.keyboard.press("Enter");
    await main.getByRole("heading", { name: "設定您的帳號" }).waitFor();
    await tabTo(page, /^帳號/);
    await page.keyboard.type("keys.only");
    await tabTo(page, /^密碼/);
    await page.keyboard.type("Kangaroo-2026-x");
    await tabTo(page, /^再次輸入密碼/);
    await page.keyboard.type("Kangaroo-2026-x");
    await tabTo(page, /^電子郵件信箱/);
    await page.keyboard.type("keys@mail.test");
    await page.keyboard.press("Enter");
    await main.getByRole("heading", { name: "輸入驗證碼" }).waitFor();
    await main.getByText("k***@mail.test").first().waitFor();
    await main.getByRole("textbox").focus();
    await page.keyboard.type(await site.codeFor("keys@mail.test"));
    await page.keyboard.press("Enter");
    await main.getByRole("heading", { name: "最後確認" }).waitFor();
    await tabTo(page, "完成註冊");
    await page.keyboard.press("Enter");
    await main.getByRole("heading", { name: "新建帳號成功！" }).waitFor();
    expectNoComplaints(page);
  });
});
