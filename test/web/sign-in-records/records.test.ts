import { describe, expect, it } from "vitest";
import { policies } from "../../../functions/contract/policy.ts";
import { counts } from "../../../web/pages/my-account/sign-in-records/counts.ts";
import { expectAccessible, expectAccessibleAndNarrow, expectNoComplaints, startSite } from "../../journeys/site.ts";
import { answer, named, signedIn } from "../answers.ts";

const site = await startSite();
const here = "203.0.113.7";
const records = (count: number) => ({
  records: Array.from({ length: count }, (_, place) => ({
    at: new Date(Date.UTC(2026, 10, 21, 7, 4) - place * 3_600_000).toISOString(),
    address: place === 0 ? here : "2001:db8::1234:5678:9abc:def0",
    browser: "Firefox 143",
    method: place === 0 ? "password" : "county",
    secondFactor: place === 0,
  })),
});
const ofApplications = {
  records: [
    {
      at: "2026-11-21T07:04:00Z",
      clientId: "a",
      name: named("範例學習平台", "Sample learning platform"),
      address: here,
    },
  ],
};
const answers = {
  "GET /api/session": signedIn,
  "GET /api/my-account/devices": {
    devices: [
      { id: "1", current: false, browser: "x", address: "198.51.100.1", startedAt: "x", lastSeenAt: "x" },
      { id: "2", current: true, browser: "x", address: here, startedAt: "x", lastSeenAt: "x" },
    ],
  },
  "GET /api/my-account/sign-ins/10": records(10),
  "GET /api/my-account/sign-ins/20": records(18),
  "GET /api/my-account/application-sign-ins/10": ofApplications,
  "GET /api/my-account/application-sign-ins/100": { records: [] },
};

async function open(path: string, language: "zh-TW" | "en" = "zh-TW") {
  const page = await site.open("/privacy", { language });
  const asked = await answer(page, answers);
  await page.goto(path);
  return { page, asked };
}

describe("IP登入紀錄 (M62)", () => {
  it("can be asked for in the numbers that the service knows", () => {
    expect(counts.map(Number)).toEqual(policies.seed.records.counts);
  });

  it("a number is chosen and sent, the list is longer, and a reload shows the same", async () => {
    const { page } = await open("/my-account/ip-sign-ins");
    const rows = page.getByRole("main").getByRole("row");
    await rows.nth(10).waitFor();
    expect(await rows.count()).toBe(11);
    await page.getByLabel("顯示的登入紀錄筆數").selectOption("20");
    await page.getByRole("main").getByRole("button", { name: "送出" }).click();
    await page.getByText("最近的 18 筆").waitFor();
    expect(await rows.count()).toBe(19);
    expect(new URL(page.url()).search).toBe("?most=20");
    await page.reload();
    await page.getByText("最近的 18 筆").waitFor();
    expect(await page.getByLabel("顯示的登入紀錄筆數").inputValue()).toBe("20");
    await page.goBack();
    await page.getByText("最近的 10 筆").waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });

  it("time, address, way and browser of each; one's own address is called that", async () => {
    const { page } = await open("/my-account/ip-sign-ins");
    const first = page.getByRole("row").nth(1);
    await first.getByText("和您現在的位址相同").waitFor();
    const text = await first.innerText();
    for (const told of ["2026年11月21日 15:04", here, "帳號密碼", "加雙因子驗證", "Firefox 143"])
      expect(text).toContain(told);
    const second = await page.getByRole("row").nth(2).innerText();
    expect(second).toContain("縣市帳號");
    expect(second).not.toContain("相同");
    await page.context().close();
  });

  it("a table on a desk, cards on a phone: a table to a screen reader in both", async () => {
    const { page } = await open("/my-account/ip-sign-ins", "en");
    await page.getByRole("row").nth(1).waitFor();
    await expectAccessibleAndNarrow(page);
    expect(await page.getByRole("table").ariaSnapshot()).toMatch(/columnheader "When"[\s\S]*cell[\s\S]*203\.0\.113\.7/);
    await page.setViewportSize({ width: 1280, height: 900 });
    await expectAccessible(page);
    expect(await page.getByRole("columnheader").count()).toBe(4);
    await page.context().close();
  });

  it("這不是我 leads to the password and to the other devices (T17)", async () => {
    const { page } = await open("/my-account/ip-sign-ins");
    await page.getByText("這不是我").click();
    const main = page.getByRole("main");
    expect(await main.getByRole("link", { name: "變更密碼" }).getAttribute("href")).toBe("/my-account/password");
    expect(await main.getByRole("link", { name: "結束其他裝置的登入" }).getAttribute("href")).toBe(
      "/my-account/devices",
    );
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it("no number chosen: says so and asks for nothing", async () => {
    const { page, asked } = await open("/my-account/ip-sign-ins");
    await page.getByText("最近的 10 筆").waitFor();
    const before = asked.length;
    await page.getByLabel("顯示的登入紀錄筆數").selectOption("");
    await page.getByRole("main").getByRole("button", { name: "送出" }).click();
    await page.getByRole("link", { name: "請選擇想要顯示的登入紀錄筆數。" }).waitFor();
    expect(asked.length).toBe(before);
    await page.context().close();
  });
});

describe("應用服務登入紀錄 (M61)", () => {
  it("says which application, when and from where", async () => {
    const { page } = await open("/my-account/application-sign-ins");
    const row = await page.getByRole("row").nth(1).innerText();
    for (const told of ["2026年11月21日 15:04", "範例學習平台", here]) expect(row).toContain(told);
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it("none: says what will be here; a number nobody offers is ten", async () => {
    const { page } = await open("/my-account/application-sign-ins?most=100");
    await page.getByText("還沒有紀錄").waitFor();
    expect(await page.getByRole("table").count()).toBe(0);
    await page.goto("/my-account/application-sign-ins?most=1000");
    await page.getByRole("row").nth(1).waitFor();
    await page.context().close();
  });
});
