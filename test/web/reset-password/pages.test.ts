import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { dynamoChallenges } from "../../../functions/adapters/challenges.ts";
import { cognitoCredentials } from "../../../functions/adapters/credentials.ts";
import { dynamo } from "../../../functions/adapters/dynamo.ts";
import { secretsManagerKeys } from "../../../functions/adapters/keys.ts";
import { dynamoRegistrations } from "../../../functions/adapters/registrations.ts";
import { resetGrantMaker } from "../../../functions/adapters/reset-grants.ts";
import { systemClock, systemIds } from "../../../functions/adapters/system.ts";
import { policies } from "../../../functions/contract/policy.ts";
import type { ResetWay } from "../../../functions/contract/schemas/reset-password.ts";
import {
  expectAccessible,
  expectNoComplaints,
  expectNoSidewaysScroll,
  heading,
  startSite,
} from "../../journeys/site.ts";
import { registered } from "../../ports/steps.ts";
import type { World } from "../../ports/world.ts";

const site = await startSite();
const parts = {
  dynamo: dynamo(process.env.TABLE_PREFIX ?? ""),
  keys: secretsManagerKeys(process.env.KEY_RING_SECRET_ID ?? ""),
  clock: systemClock,
  ids: systemIds,
  policy: policies.seed,
};
const pool = { userPoolId: process.env.USER_POOL_ID ?? "", clientId: process.env.USER_POOL_CLIENT_ID ?? "" };
const newPassword = "Pademelon-2026-x";

/** Somebody with an account, and a page of the browser in which a way has opened a grant. */
async function granted(way: ResetWay, language: "zh-TW" | "en" = "zh-TW") {
  const world = { ...parts, registrations: dynamoRegistrations(parts), challenges: dynamoChallenges(parts) };
  const { userId, accountName, name } = await registered(world as never as World);
  await cognitoCredentials(pool, systemIds).create(userId);
  const page = await site.open("/reset-password/new", { language });
  await grant(page, userId, way);
  await page.reload();
  return { page, userId, accountName, name };
}

async function grant(page: Page, userId: string, way: ResetWay): Promise<void> {
  const line = await resetGrantMaker(parts).open(userId, way);
  // A way's last answer, which brings the grant's cookie.
  await page.route("**/api/county/finish", (route) => route.fulfill({ headers: { "set-cookie": line }, body: "{}" }));
  await page.evaluate(() => fetch("/api/county/finish", { method: "POST" }).then(() => undefined));
}

async function type(page: Page, password: string, again = password): Promise<void> {
  await page.getByLabel("新密碼", { exact: true }).fill(password);
  await page.getByLabel("再次輸入新密碼", { exact: true }).fill(again);
  await page.getByRole("button", { name: "重設密碼" }).click();
}

describe("忘記密碼 (陸)", () => {
  it.each([
    ["zh-TW", "忘記密碼", "還不能設定新密碼"],
    ["en", "Forgot your password", "You cannot set a new password yet"],
  ] as const)(
    "in %s: the four ways, and where there is no grant the way back to them",
    async (language, title, none) => {
      const page = await site.open("/reset-password", { language });
      await heading(page, title).waitFor();
      expect(await page.getByRole("main").getByRole("listitem").getByRole("link").count()).toBe(4);
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 640 });
      await expectNoSidewaysScroll(page);
      await page.goto("/reset-password/new");
      await heading(page, none).waitFor();
      await expectAccessible(page);
      await page.getByRole("main").getByRole("link").first().click();
      await heading(page, title).waitFor();
      expectNoComplaints(page);
      await page.context().close();
    },
  );
});

describe("重設密碼 (M50)", () => {
  it("shows account and name, says what is wrong, sets the password, and a reload shows that it is done (M51)", async () => {
    const { page, accountName, name } = await granted("county");
    await heading(page, "重設密碼").waitFor();
    const main = page.getByRole("main");
    await main.getByText(`${accountName}@`).waitFor();
    await main.getByText(name, { exact: true }).waitFor();
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);

    await type(page, newPassword, "another-2026");
    expect(await page.getByRole("alert").textContent()).toContain("兩次輸入的密碼不一樣");
    await type(page, "password1");
    await page.getByRole("alert").getByText("這個密碼太多人用了").waitFor();
    await expectAccessible(page);

    await type(page, newPassword);
    await heading(page, "密碼變更完成").waitFor();
    await page.reload();
    await heading(page, "密碼變更完成").waitFor();
    await main.getByText("密碼變更完成，需 24 小時後才能再次變更").waitFor();
    await expectAccessible(page);
    expect(await main.getByRole("link").allTextContents()).toEqual(["登入", "忘記帳號"]);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("after the code way nothing is said of 24 hours (M51)", async () => {
    const { page } = await granted("code");
    await type(page, newPassword);
    await heading(page, "密碼變更完成").waitFor();
    expect(await page.getByRole("main").getByText("24 小時").count()).toBe(0);
    await page.context().close();
  });

  it("a second change on the same day is refused before anything is typed, with the time from which it may be (M51)", async () => {
    const { page, userId } = await granted("county");
    await type(page, newPassword);
    await heading(page, "密碼變更完成").waitFor();
    await grant(page, userId, "personal-data");
    await page.reload();
    await heading(page, "現在不能重設密碼").waitFor();
    const main = page.getByRole("main");
    await main.getByText("密碼在 24 小時內已經改過一次").waitFor();
    await main.getByText(/\d{4}年\d+月\d+日 \d\d:\d\d 以後可以再變更/).waitFor();
    expect(await page.locator("input").count()).toBe(0);
    await expectAccessible(page);
    await page.context().close();
  });

  it("when the time runs out while one types, what was typed is gone and the page says so", async () => {
    const { page } = await granted("county");
    await page.clock.install();
    await page.reload();
    await heading(page, "重設密碼").waitFor();
    await page.getByLabel("新密碼", { exact: true }).fill(newPassword);
    await page.clock.runFor(11 * 60_000);
    await heading(page, "時間到了").waitFor();
    expect(await page.locator("input").count()).toBe(0);
    await expectAccessible(page);
    await page.context().close();
  });

  it("in English too", async () => {
    const { page } = await granted("county", "en");
    await heading(page, "Set a new password").waitFor();
    await expectAccessible(page);
    await page.getByLabel("New password", { exact: true }).fill(newPassword);
    await page.getByLabel("New password again", { exact: true }).fill(newPassword);
    await page.getByRole("button", { name: "Set the new password" }).click();
    await heading(page, "Your password is changed").waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });
});
