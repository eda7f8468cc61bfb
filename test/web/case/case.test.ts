import type { Page } from "playwright-core";
import { describe, expect, it, test } from "vitest";
import type { ShownCase } from "../../../functions/contract/schemas/cases.ts";
import { numberIn } from "../../../web/pages/case/rules/number-in.ts";
import { expectAccessibleAndNarrow, expectNoComplaints, startSite } from "../../journeys/site.ts";

const site = await startSite();
const number = "20261121-7K4M2Q";
const code = "0BP3M2WQ";
const found: ShownCase = {
  number,
  category: "wrong-data",
  status: "answered",
  owner: "school",
  openedAt: "2026-11-21T07:04:09Z",
  steps: [
    { at: "2026-11-21T07:04:09Z", status: "open" },
    { at: "2026-11-21T08:10:00Z", status: "in-progress" },
    { at: "2026-11-22T01:30:00Z", status: "answered", said: "已經請學校更正。\n<b>請再申請一次。</b>" },
  ],
};
const refusal = {
  status: 404,
  contentType: "application/problem+json",
  body: JSON.stringify({ code: "case-not-found", status: 404, title: "" }),
};

/** Answers the look-ups of a page in place of the service, and keeps what was asked. */
async function answerLooks(page: Page, answer: ShownCase = found): Promise<{ number: string; code: string }[]> {
  const asked: { number: string; code: string }[] = [];
  await page.route("**/api/cases/look", (route) => {
    const pair = route.request().postDataJSON();
    asked.push(pair);
    return pair.code === code ? route.fulfill({ json: answer }) : route.fulfill(refusal);
  });
  return asked;
}

async function look(page: Page, typed: { number?: string; code: string }): Promise<void> {
  if (typed.number !== undefined) await page.getByLabel("案件編號").fill(typed.number);
  await page.getByLabel("查詢碼").fill(typed.code);
  await page.getByRole("button", { name: "查詢", exact: true }).click();
}

describe("the number in the address of a case", () => {
  test.each([
    [`/case/${number}`, number],
    ["/case", ""],
    ["/case/%E6%A1%88", ""],
    ["/case/%", ""],
    [`/case/${number}/more`, ""],
    [`/case/${"9".repeat(21)}`, ""],
  ])("%s holds %j", (path, held) => expect(numberIn(path)).toBe(held));
});

describe("the status page of a case (M70)", () => {
  it("opens with number and code, says in words how it stands, and a reload asks for the code again", async () => {
    const page = await site.open("/case");
    await answerLooks(page);
    await look(page, { number, code });
    await page.getByRole("heading", { level: 1, name: `案件 ${number}` }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/case/${number}`);
    const shown = await page.getByRole("main").innerText();
    for (const text of ["已回覆", "資料異常", "您的學校", "2026年11月21日 15:04", "處理中", "<b>請再申請一次。</b>"])
      expect(shown).toContain(text);
    expect(await page.locator("time").first().getAttribute("datetime")).toBe(found.openedAt);
    expect(page.url()).not.toContain(code);
    await expectAccessibleAndNarrow(page);

    await page.reload();
    await page.getByLabel("查詢碼").waitFor();
    expect(await page.getByLabel("案件編號").inputValue()).toBe(number);
    expect(await page.getByLabel("查詢碼").inputValue()).toBe("");
    expectNoComplaints(page);
    await page.context().close();
  });

  it("a code behind # of a link is taken out of the address and opens the case", async () => {
    const page = await site.open("/case");
    const asked = await answerLooks(page);
    await page.goto(`/case/${number}#${code}`);
    await page.getByRole("heading", { level: 1, name: `案件 ${number}` }).waitFor();
    expect(page.url()).not.toContain(code);
    expect(asked).toEqual([{ number, code }]);
    await page.context().close();
  });

  it("a wrong pair is told at the field, asked once, and what was typed stays", async () => {
    const page = await site.open(`/case/${number}`);
    const asked = await answerLooks(page);
    await page.goto(`/case/${number}#WRONG000`);
    await page.getByRole("alert").getByRole("link", { name: "找不到這個案件" }).waitFor();
    expect(asked.length).toBe(1);
    await look(page, { code: "WRONG001" });
    await expect.poll(() => asked.length).toBe(2);
    await page.getByRole("alert").getByRole("link", { name: "找不到這個案件" }).waitFor();
    expect(await page.getByLabel("查詢碼").inputValue()).toBe("WRONG001");
    await expectAccessibleAndNarrow(page);
    await look(page, { code });
    await page.getByRole("heading", { level: 1, name: `案件 ${number}` }).waitFor();
    await page.context().close();
  });

  it("更新進度 asks again with the same pair; a dead line leaves what was shown", async () => {
    const page = await site.open("/case");
    const asked = await answerLooks(page);
    await look(page, { number, code });
    await page.getByRole("button", { name: "更新進度" }).click();
    await page.getByText("這是現在的進度。").waitFor();
    expect(asked.length).toBe(2);
    await page.route("**/api/cases/look", (route) => route.abort());
    await page.getByRole("button", { name: "更新進度" }).click();
    await page.getByRole("alert").getByText("連不上服務").waitFor();
    expect(await page.getByRole("main").innerText()).toContain("資料異常");
    await page.getByRole("link", { name: "查詢別的案件" }).click();
    await page.getByLabel("案件編號").waitFor();
    expect(await page.getByLabel("案件編號").inputValue()).toBe("");
    await page.context().close();
  });

  it("nothing is asked of the service before both are there", async () => {
    const page = await site.open("/case");
    const asked = await answerLooks(page);
    await page.getByRole("button", { name: "查詢", exact: true }).click();
    await page.getByRole("alert").getByRole("link", { name: "請輸入查詢碼。" }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("code");
    expect(asked).toEqual([]);
    await page.context().close();
  });
});
