import { describe, expect, it } from "vitest";
import { policies } from "../../../functions/contract/policy.ts";
import type { AnswerOf } from "../../../functions/contract/routes.ts";
import { expectAccessibleAndNarrow, expectNoComplaints, heading, startSite } from "../../journeys/site.ts";

const site = await startSite();
const open: AnswerOf<"GET /api/activate"> = {
  state: "open",
  account: "wang.ming@educloud.example",
  accountName: "wang.ming",
  name: "王小明",
  expiresIn: 600,
  passwordRules: policies.seed.passwords.activate,
};

describe("啟用帳號 (柒)", () => {
  it.each([
    ["zh-TW", "啟用帳號", "還不能啟用帳號"],
    ["en", "Enable your account", "You cannot enable the account yet"],
  ] as const)(
    "in %s: the two ways, and where there is no grant the way back to them",
    async (language, title, none) => {
      const page = await site.open("/activate", { language });
      await heading(page, title).waitFor();
      expect(await page.getByRole("main").getByRole("listitem").getByRole("link").count()).toBe(2);
      await expectAccessibleAndNarrow(page);
      await page.goto("/activate/new");
      await heading(page, none).waitFor();
      await expectAccessibleAndNarrow(page);
      await page.getByRole("main").getByRole("link").first().click();
      await heading(page, title).waitFor();
      expectNoComplaints(page);
      await page.context().close();
    },
  );

  it("in English: account and name, and the rule ticked off while one types (M55)", async () => {
    const page = await site.open("/", { language: "en" });
    await page.route("**/api/activate", (route) => route.fulfill({ json: open }));
    await page.goto("/activate/new");
    await page.getByLabel("New password", { exact: true }).fill("Wombat2026");
    for (const text of ["wang.ming", "王小明"]) expect(await page.getByRole("main").innerText()).toContain(text);
    await page.getByText("Met: at least 3 of: capital letters, small letters, digits, symbols").waitFor();
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it.each([
    ["wang.ming@educloud.example", "wang.ming"],
    ["chen@home.example", "chen@home.example"],
  ])("of %s a password manager keeps %s, which is what one signs in with (M20)", async (account, accountName) => {
    const page = await site.open("/");
    await page.route("**/api/activate", (route) => route.fulfill({ json: { ...open, account, accountName } }));
    await page.goto("/activate/new");
    await page.getByLabel("新密碼", { exact: true }).waitFor();
    expect(await page.locator('input[autocomplete="username"]').inputValue()).toBe(accountName);
    await page.context().close();
  });

  it("when the time runs out while one types, what was typed is gone and the page says so", async () => {
    const page = await site.open("/");
    await page.clock.install();
    await page.route("**/api/activate", (route) => route.fulfill({ json: open }));
    await page.goto("/activate/new");
    await page.getByLabel("新密碼", { exact: true }).fill("Wombat2026");
    await page.clock.runFor(11 * 60_000);
    await heading(page, "時間到了").waitFor();
    expect(await page.locator("input").count()).toBe(0);
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });
});
