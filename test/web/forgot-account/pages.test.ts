import { describe, expect, it } from "vitest";
import type { AnswerOf } from "../../../functions/contract/routes.ts";
import {
  expectAccessibleAndNarrow,
  expectNoComplaints,
  heading,
  listenForCaptcha,
  startSite,
  typeCaptcha,
} from "../../journeys/site.ts";

const site = await startSite();

/** The page, and a service that answers like this. */
async function answered(answer: AnswerOf<"POST /api/forgot-account">, language: "zh-TW" | "en" = "zh-TW") {
  const page = await site.open("/", { language });
  listenForCaptcha(page);
  await page.route("**/api/forgot-account", (route) => route.fulfill({ json: answer }));
  const captcha = page.waitForResponse((response) => response.url().endsWith("/api/captcha"));
  await page.goto("/forgot-account");
  await (await captcha).json();
  await page.locator("#personId").fill("A123456789");
  await typeCaptcha(page);
  await page
    .getByRole("main")
    .getByRole("button", { name: /帳號取得|Get the account/ })
    .click();
  return page;
}

describe("忘記帳號 by ID number (M41)", () => {
  it.each([
    ["zh-TW", "請看您的信箱和簡訊", "回到忘記帳號", "忘記帳號"],
    ["en", "Look at your e-mail and text messages", "Back to Forgot account", "Forgot account"],
  ] as const)(
    "in %s: a service that shows no account says so, the same for everybody (C8)",
    async (language, sent, back, title) => {
      const page = await answered({ outcome: "sent" }, language);
      await heading(page, sent).waitFor();
      await expectAccessibleAndNarrow(page);
      await page.getByRole("button", { name: back }).click();
      await heading(page, title).waitFor();
      expectNoComplaints(page);
      await page.context().close();
    },
  );

  it("in English: the account stands there in full, and nowhere that outlives the page", async () => {
    const page = await answered({ outcome: "shown", account: "wang.ming@educloud.example" }, "en");
    await heading(page, "Your education cloud account").waitFor();
    expect(await page.getByRole("main").innerText()).toMatch(/wang\.ming\s*@educloud\.example/);
    await expectAccessibleAndNarrow(page);
    const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, location.href]));
    expect(kept).not.toMatch(/wang|A123456789/);
    await page.context().close();
  });
});
