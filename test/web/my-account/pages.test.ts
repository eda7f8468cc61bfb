import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { press } from "../../journeys/pupil.ts";
import {
  expectAccessible,
  expectAccessibleAndNarrow,
  expectNoComplaints,
  heading,
  startSite,
} from "../../journeys/site.ts";
import { account, focused, openSignedIn, refusal } from "./answers.ts";

const site = await startSite();
const device = (id: string, current: boolean) => ({
  id,
  current,
  browser: current ? "Safari, iPhone" : "Chrome, Android",
  address: "203.0.113.42",
  startedAt: "2026-11-21T01:00:00.000Z",
  lastSeenAt: "2026-11-21T02:00:00.000Z",
});

const addresses = [
  ["/my-account", "查閱個人資料", "View my details"],
  ["/my-account/contacts", "修改備用電子郵件信箱/行動電話", "Change your e\u2011mail address or mobile number"],
  ["/my-account/contacts/mobile", "修改行動電話", "Change your mobile number"],
  ["/my-account/school", "更新個人資料", "Update my details"],
  ["/my-account/two-factor", "雙因子認證綁定", "Two-factor sign-in"],
  ["/my-account/devices", "登入中的裝置", "Where you are signed in"],
  ["/my-account/password", "變更密碼", "Change your password"],
  ["/my-account/data", "下載我的資料", "Download my data"],
  ["/my-account/close", "關閉帳號", "Close your account"],
] as const;
const answers = {
  "GET /api/my-account/two-factor": { state: "none" },
  "GET /api/my-account/devices": { devices: [device("here", true), device("there", false)] },
};

describe.each(addresses)("%s", (path, zh, en) => {
  it("meets WCAG 2.2 AA on a phone and a desk, in the dark, and in English", async () => {
    const { page } = await openSignedIn(site, path, answers);
    await heading(page, zh).waitFor();
    await page.getByText("讀取中").waitFor({ state: "detached" });
    await expectAccessibleAndNarrow(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page);
    await page.getByRole("button", { name: "English" }).click();
    await heading(page, en).waitFor();
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessibleAndNarrow(page);
    expect(await page.getByRole("main").innerText()).not.toMatch(/[，。「」]/);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("without a session: to 登入, and back here", async () => {
    const page = await site.open(path);
    await heading(page, "登入").waitFor();
    expect(new URL(page.url()).searchParams.get("returnTo")).toBe(path);
    await page.context().close();
  });
});

describe("登入中的裝置", () => {
  it("ends one and says so where the focus goes; the one in use is left by 登出", async () => {
    const { page, bodies, table } = await openSignedIn(site, "/my-account/devices", {
      ...answers,
      "POST /api/my-account/devices/end": { ended: 1 },
    });
    const items = page.getByRole("main").getByRole("listitem");
    await items.first().waitFor();
    expect(await items.first().textContent()).toContain("現在這個裝置");
    expect(await page.getByRole("button", { name: "結束這個登入" }).count()).toBe(1);
    table["GET /api/my-account/devices"] = { devices: [device("here", true)] };
    await press(page, "結束這個登入");
    await page.getByText("已結束 1 個登入。").waitFor();
    await expect.poll(() => focused(page)).toBe("已結束 1 個登入。");
    await page.getByText("沒有其他裝置登入這個帳號。").waitFor();
    expect(bodies("POST /api/my-account/devices/end")).toEqual([{ ids: ["there"] }]);
    await expectAccessible(page);
    await page.context().close();
  });

  it("ends all others; trouble leaves the list as it is", async () => {
    const { page, bodies } = await openSignedIn(site, "/my-account/devices", {
      ...answers,
      "POST /api/my-account/devices/end": [refusal("try-again-later"), { ended: 1 }],
    });
    await press(page, "結束其他所有登入");
    await page.getByRole("alert").getByText("服務有點忙").waitFor();
    expect(await page.getByRole("button", { name: "結束這個登入" }).count()).toBe(1);
    await press(page, "結束其他所有登入");
    await page.getByText("已結束 1 個登入。").waitFor();
    expect(bodies("POST /api/my-account/devices/end")).toEqual([{ ids: "others" }, { ids: "others" }]);
    await page.context().close();
  });
});

describe("變更密碼 (T17)", () => {
  it("the present one, the new one twice; the session's new token is fetched", async () => {
    const { page, bodies } = await openSignedIn(site, "/my-account/password", {
      "POST /api/my-account/password": [
        refusal("password-wrong"),
        refusal("password-rule", { fields: [{ field: "password", problem: "recent" }] }),
        {},
      ],
    });
    const alert = page.getByRole("alert");
    await press(page, "變更密碼");
    await alert.waitFor();
    expect(await alert.getByRole("link").allTextContents()).toEqual(["請輸入目前的密碼。", "請輸入密碼。"]);
    await page.getByLabel("目前的密碼").fill("old");
    await page.getByLabel("新密碼", { exact: true }).fill("Wombat-2026");
    await page.getByLabel("再次輸入新密碼").fill("Wombat-2027");
    await press(page, "變更密碼");
    await alert.getByText("兩次輸入的密碼不一樣").waitFor();
    await page.getByLabel("再次輸入新密碼").fill("Wombat-2026");
    await press(page, "變更密碼");
    await alert.getByRole("link", { name: "目前的密碼不對" }).waitFor();
    await press(page, "變更密碼");
    await alert.getByText("最近三次用過").waitFor();
    await expectAccessibleAndNarrow(page);
    const asked = page.waitForRequest((request) => request.url().endsWith("/api/session"));
    await press(page, "變更密碼");
    await heading(page, "密碼變更完成").waitFor();
    await asked;
    expect(bodies("POST /api/my-account/password")).toEqual(Array(3).fill({ current: "old", password: "Wombat-2026" }));
    await expectAccessible(page);
    await page.context().close();
  });

  it("ticks off the rule that the service runs with", async () => {
    const passwordRules = { minLength: 15, maxLength: 128, classes: { kind: "none" } };
    const { page } = await openSignedIn(site, "/my-account/password", {
      "GET /api/my-account": { ...account, passwordRules },
      "POST /api/my-account/password": {},
    });
    await page.getByText("15 到 128 個字").waitFor();
    await page.getByLabel("目前的密碼").fill("old");
    for (const label of ["新密碼", "再次輸入新密碼"])
      await page.getByLabel(label, { exact: true }).fill("correct horse battery staple");
    await press(page, "變更密碼");
    await heading(page, "密碼變更完成").waitFor();
    await page.context().close();
  });
});

describe("下載我的資料", () => {
  it("the file holds the whole answer and is named by the account and the day here", async () => {
    const data = {
      account,
      consents: [],
      signIns: [],
      applicationSignIns: [],
      devices: [],
      writtenAt: "2026-11-21T17:00:00.000Z",
    };
    const { page } = await openSignedIn(site, "/my-account/data", { "POST /api/my-account/data": data });
    const saving = page.waitForEvent("download");
    await press(page, "下載（JSON 檔）");
    const file = await saving;
    expect(file.suggestedFilename()).toBe("wang.ming-2026-11-22.json");
    expect(JSON.parse(await readFile(await file.path(), "utf8"))).toEqual(data);
    await page.getByText("已經交給瀏覽器下載").waitFor();
    await expectAccessible(page);
    expectNoComplaints(page);
    await page.context().close();
  });
});

describe("關閉帳號", () => {
  it("says what happens, takes only the own account, and then how long it can come back", async () => {
    const { page, bodies, table } = await openSignedIn(site, "/my-account/close", {
      "POST /api/my-account/close": { account: account.account, days: 30 },
    });
    expect(await page.getByRole("main").innerText()).toMatch(/馬上停用.*30 天內.*啟用帳號.*個人資料會刪除/s);
    await page.getByLabel("請輸入教育雲端帳號").fill("somebody.else");
    await press(page, "關閉帳號");
    await page
      .getByRole("alert")
      .getByRole("link", { name: /不一樣/ })
      .waitFor();
    expect(bodies("POST /api/my-account/close")).toEqual([]);
    await page.getByLabel("請輸入教育雲端帳號").fill("wang.ming");
    table["GET /api/session"] = { signedIn: false };
    await press(page, "關閉帳號");
    await heading(page, "帳號已經關閉").waitFor();
    await page.getByRole("banner").getByRole("link", { name: "登入" }).waitFor();
    await heading(page, "帳號已經關閉").waitFor();
    await page.getByText("30 天內可以用「啟用帳號」恢復").waitFor();
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });
});
