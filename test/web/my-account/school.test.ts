import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { press } from "../../journeys/pupil.ts";
import { expectAccessibleAndNarrow, expectNoComplaints, heading, startSite } from "../../journeys/site.ts";
import { enrolment, focused, openSignedIn, refusal } from "./answers.ts";

const site = await startSite();
const look = "POST /api/my-account/school/look";
const update = "POST /api/my-account/school";
const current = [enrolment("市立測試國小")];
const source = enrolment("市立新的國小");

async function fill(page: Page): Promise<string> {
  await page.getByRole("radio", { name: "學生" }).check();
  await page.getByLabel("縣市", { exact: true }).selectOption({ label: "臺北市" });
  await page.getByLabel("行政區", { exact: true }).selectOption({ label: "文山區" });
  await page.getByLabel("學制", { exact: true }).selectOption({ label: "國小" });
  const school = page.getByLabel("學校", { exact: true });
  await school.selectOption({ index: 1 });
  await page.getByLabel("身分證字號／居留證號／其他身分 ID").fill("A123456789");
  return school.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text ?? "");
}

describe("更新個人資料 (M36)", () => {
  it("查詢 → 目前資料 beside 來源資料, with what will change → 更新 → 更新成功 → 確定", async () => {
    const { page, bodies } = await openSignedIn(site, "/my-account/school", {
      [look]: { current, source, same: false },
      [update]: { enrolments: [source] },
    });
    await heading(page, "更新個人資料").waitFor();
    await expectAccessibleAndNarrow(page);
    await fill(page);
    expect(page.url()).toContain("role=student&county=");
    expect(page.url()).not.toContain("A123456789");
    await press(page, "查詢");
    await page.getByRole("heading", { name: "目前資料" }).waitFor();
    const found = page
      .getByRole("main")
      .locator("section")
      .filter({ has: page.getByRole("heading", { name: "來源資料" }) });
    await found.getByText("市立新的國小").waitFor();
    expect(await found.getByText("會變更").count()).toBe(1);
    await expectAccessibleAndNarrow(page);
    await press(page, "更新");
    await heading(page, "更新成功").waitFor();
    await page.getByText("市立新的國小").waitFor();
    await expectAccessibleAndNarrow(page);
    const [asked] = bodies(look) as { school: { level: string }; role: string }[];
    expect(asked).toMatchObject({ personId: "A123456789", role: "student", school: { level: "國小" } });
    expect(bodies(update)).toEqual([asked]);
    await press(page, "確定");
    await heading(page, "查閱個人資料").waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });

  it("what is missing is told in the order of the page, and nothing is looked up", async () => {
    const { page, calls } = await openSignedIn(site, "/my-account/school");
    await page.getByLabel("縣市", { exact: true }).locator("option").nth(1).waitFor({ state: "attached" });
    await press(page, "查詢");
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").getByRole("link").allTextContents()).toEqual([
      "請選擇您的身分。",
      "請選擇縣市。",
      "請輸入身分證字號、居留證號或其他身分 ID。",
    ]);
    expect(calls).toEqual([]);
    await page.context().close();
  });

  it("查無資料 names the school whose 學籍資料負責人 to ask, and 回報問題 brings the school along and not the person (M70)", async () => {
    const { page } = await openSignedIn(site, "/my-account/school", { [look]: refusal("person-not-found") });
    const school = await fill(page);
    await press(page, "查詢");
    await page.getByRole("alert").getByText("查無資料").waitFor();
    await page.getByText(`請洽「${school}」的學籍資料負責人`).waitFor();
    const report = page.getByRole("link", { name: "查無資料，回報問題" });
    const address = new URL((await report.getAttribute("href")) ?? "", site.origin);
    expect(address.pathname + (address.searchParams.get("about") ?? "")).toBe("/contact-usperson-not-found");
    expect(address.searchParams.get("county")).toBe("臺北市");
    expect(address.href).not.toContain("A123456789");
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it("what is the same already needs no update; 回上一頁 leads back to what was typed", async () => {
    const { page } = await openSignedIn(site, "/my-account/school", {
      [look]: { current, source: current[0] as object, same: true },
    });
    await fill(page);
    await press(page, "查詢");
    await heading(page, "資料已經是最新的").waitFor();
    await expect.poll(() => focused(page)).toBe("資料已經是最新的");
    expect(await page.getByRole("button", { name: "更新" }).count()).toBe(0);
    await page.getByRole("main").getByRole("button", { name: "回上一頁" }).click();
    await heading(page, "更新個人資料").waitFor();
    expect(await page.getByLabel("身分證字號／居留證號／其他身分 ID").inputValue()).toBe("A123456789");
    await page.context().close();
  });
});
