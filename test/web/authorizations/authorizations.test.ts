import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { expectAccessibleAndNarrow, expectNoComplaints, startSite } from "../../journeys/site.ts";
import { answer, type Given, named, reason, signedIn, signedOut } from "../answers.ts";

const site = await startSite();
const getKey = "GET /api/my-account/authorizations";
const revokeKey = "POST /api/my-account/authorizations/revoke";
const entries = ["範例學習平台", "全國閱讀網", "數學練習本"].map((name, place) => ({
  clientId: `app-${place}`,
  name: named(name, `Application ${place}`),
  owner: "範例教育局",
  grantedAt: "2026-11-21T07:04:00Z",
  scopes: [{ scope: "eduinfo", claims: ["schoolid"], reason }],
}));

async function open(answers: Readonly<Record<string, Given>>, language: "zh-TW" | "en" = "zh-TW") {
  const page = await site.open("/privacy", { language });
  const asked = await answer(page, { "GET /api/session": signedIn, [getKey]: { authorizations: entries }, ...answers });
  await page.goto("/my-account/applications");
  return { page, asked };
}
const revoke = (page: Page) => page.getByRole("main").getByRole("button", { name: "取消授權" });

describe("應用服務授權清單 (M60)", () => {
  it("several are ticked, their names and count are shown above, and 取消授權 asks once more", async () => {
    const gone = new Set<string>();
    const { page, asked } = await open({
      [getKey]: () => ({ authorizations: entries.filter(({ clientId }) => !gone.has(clientId)) }),
      [revokeKey]: () => {
        for (const id of ["app-0", "app-2"]) gone.add(id);
        return { revoked: 2 };
      },
    });
    await page.getByRole("checkbox", { name: /範例學習平台/ }).check();
    await page.getByRole("checkbox", { name: /數學練習本/ }).check();
    const chosen = page.getByRole("status").filter({ hasText: "您選擇取消授權 2 項" });
    expect(await chosen.innerText()).toContain("範例學習平台、數學練習本");
    await expectAccessibleAndNarrow(page);
    await revoke(page).click();
    await page.getByRole("heading", { level: 1, name: "要取消這 2 項授權嗎？" }).waitFor();
    expect(asked.filter(({ key }) => key === revokeKey)).toEqual([]);
    await expectAccessibleAndNarrow(page);
    await revoke(page).click();
    await page.getByRole("heading", { level: 1, name: "取消授權成功" }).waitFor();
    await page.getByText("當您再次登入這些應用服務，將會再次要求授權").waitFor();
    const sent = asked.filter(({ key }) => key === revokeKey);
    expect(sent.map(({ body }) => body)).toEqual([{ clientIds: ["app-0", "app-2"] }]);
    expect(sent[0]?.csrfToken).toBe("csrf-1");
    expect(await page.getByRole("checkbox").count()).toBe(1);
    expect(await page.getByRole("checkbox").isChecked()).toBe(false);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("回上一頁 keeps what was ticked", async () => {
    const { page } = await open({});
    await page.getByRole("checkbox", { name: /全國閱讀網/ }).check();
    await revoke(page).click();
    await page.getByRole("button", { name: "回上一頁" }).click();
    await page.getByRole("checkbox").first().waitFor();
    expect(await page.getByRole("checkbox", { name: /全國閱讀網/ }).isChecked()).toBe(true);
    await page.context().close();
  });

  it("nothing ticked: says what to do and leads to the first box", async () => {
    const { page } = await open({});
    await revoke(page).click();
    await page.getByRole("link", { name: "請先勾選要取消授權的應用服務。" }).click();
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe("checkbox");
    await page.context().close();
  });

  it("what each one gets can be opened, with its reason and the time", async () => {
    const { page } = await open({}, "en");
    await page.getByText("What it gets").first().click();
    await page.getByText("To put you into your class.").first().waitFor();
    expect(await page.getByRole("main").innerText()).toContain("21 November 2026, 15:04");
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it("none: says what will be here and leads to the applications", async () => {
    const { page } = await open({ [getKey]: { authorizations: [] } });
    await page.getByText("您還沒有授權任何應用服務").waitFor();
    expect(await page.getByRole("link", { name: "看看有哪些應用服務" }).getAttribute("href")).toBe("/applications");
    await page.context().close();
  });

  it("a dead line at 取消授權 is told, and nothing that was ticked is lost", async () => {
    const { page } = await open({ [revokeKey]: [503, "try-again-later"] });
    await page.getByRole("checkbox", { name: /全國閱讀網/ }).check();
    await revoke(page).click();
    await page.getByRole("heading", { level: 1, name: /要取消這 1 項/ }).waitFor();
    await revoke(page).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("main").innerText()).toContain("全國閱讀網");
    await page.context().close();
  });

  it("without a session: to 登入, and back here", async () => {
    const { page } = await open({ "GET /api/session": signedOut });
    await page.getByRole("heading", { level: 1, name: "登入" }).waitFor();
    expect(new URL(page.url()).searchParams.get("returnTo")).toBe("/my-account/applications");
    await page.context().close();
  });
});
