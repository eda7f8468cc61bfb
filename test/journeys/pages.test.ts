import { describe, expect, it } from "vitest";
import { expectAccessible, expectNoComplaints, expectNoSidewaysScroll, holdBack, startSite } from "./site.ts";

const site = await startSite();

const pages = [
  "/",
  "/sign-in",
  "/sign-in/county",
  "/sign-in/county?county=KHH",
  "/sign-in/county?county=LIE",
  "/sign-in/county/choose",
  "/sign-in/county/link",
  "/sign-in/two-factor",
  "/consent/none",
  "/link-legacy-account",
  "/applications",
  "/forgot-account",
  "/reset-password",
  "/reset-password/code",
  "/reset-password/county",
  "/reset-password/personal-data",
  "/reset-password/default-password",
  "/reset-password/new",
  "/activate",
  "/activate/code",
  "/activate/personal-data",
  "/activate/new",
  "/sign-out",
  "/apply/identity",
  "/apply/school?role=student",
  "/apply/identity?role=other",
  "/public/register",
  "/public/register/code",
  "/public/activate",
  "/public/resend",
  "/contact-us",
  "/contact-us?about=wrong-data",
  "/contact-us/sent",
  "/case",
  "/case/20261121-7K4M2Q",
  "/not-me",
  "/contact-undo",
  "/news",
  "/news?category=course",
  "/news/nothing-of-this-name",
  "/calendar",
  "/calendar?month=2026-12",
  "/faq",
  "/manual",
  "/site-map",
  "/privacy",
  "/security-policy",
  "/information-security-policy",
  "/api-reference",
  "/nowhere",
  "/local/components",
];

describe.each(["zh-TW", "en"] as const)("every page in %s", (language) => {
  it.each(pages)("%s meets WCAG 2.2 AA, on a phone and a desk, and asks nobody else for anything", async (path) => {
    const page = await site.open(path, { language });
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe(language === "en" ? "en" : "zh-Hant-TW");
    await expectAccessible(page);
    await page.setViewportSize({ width: 1280, height: 900 });
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 640 });
    await expectNoSidewaysScroll(page);
    expectNoComplaints(page);
    await page.context().close();
  });
});

describe("the look follows the person", () => {
  it("dark where the person wants dark, with the same contrast", async () => {
    for (const path of ["/", "/sign-in", "/sign-in/county", "/forgot-account", "/apply/identity"]) {
      const page = await site.open(path, { colorScheme: "dark" });
      await page.getByRole("heading", { level: 1 }).waitFor();
      await expectAccessible(page);
      await page.context().close();
    }
  });

  it("the language switch is remembered over a reload and a new page", async () => {
    const page = await site.open("/", { language: "en" });
    await page.reload();
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    await page.goto("/sign-in");
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
    await page.context().close();
  });

  it("at twice the size nothing is cut off sideways (WCAG 1.4.4)", async () => {
    const page = await site.open("/sign-in", { viewport: { width: 640, height: 900 }, deviceScaleFactor: 2 });
    await page.getByRole("button", { name: "換下一個" }).waitFor();
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    await expectNoSidewaysScroll(page);
    await page.context().close();
  });
});

describe("a page is left for good", () => {
  it("though the script of the next one comes late", async () => {
    const page = await site.open("/apply/identity");
    await page.getByRole("heading", { name: "您的身分是？" }).waitFor();
    await holdBack(page, "privacy");
    await page.getByRole("contentinfo").getByRole("link", { name: "隱私權政策" }).click();
    await page.getByRole("heading", { name: "隱私權政策", level: 1 }).waitFor();
    expect(page.url()).toBe(`${site.origin}/privacy`);
    await page.context().close();
  });
});

describe("without eyes", () => {
  it("the sign-in page reads as names and roles in the order of the task (M30)", async () => {
    const page = await site.open("/sign-in");
    await page.getByRole("button", { name: "換下一個" }).waitFor();
    expect(await page.getByRole("main").ariaSnapshot()).toMatch(
      /heading "登入"[\s\S]*textbox "教育雲端帳號"[\s\S]*textbox "密碼"[\s\S]*textbox "驗證碼"[\s\S]*button "換下一個"[\s\S]*button "語音播放"[\s\S]*button "改用免輸入驗證"[\s\S]*button "登入"[\s\S]*link "申請教育雲端帳號"/,
    );
    await page.context().close();
  });

  it("an error takes the focus, names what is wrong and leads to the field (WCAG 3.3.1)", async () => {
    const page = await site.open("/sign-in");
    await page.getByRole("main").getByRole("button", { name: "登入" }).click();
    await page.getByRole("alert").waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain("請輸入教育雲端帳號");
    await page.getByRole("main").getByRole("link", { name: "請輸入密碼。" }).click();
    expect(await page.evaluate(() => document.activeElement?.getAttribute("autocomplete"))).toBe("current-password");
    await expectAccessible(page);
    await page.context().close();
  });
});

describe("what a newcomer sees (/local/)", () => {
  it("has people of the sample roster with name, ID and school, and the way to the outbox", async () => {
    const page = await site.open("/local/");
    const text = await page.getByRole("main").innerText();
    expect(text).toMatch(/[A-Z][A-Z0-9]\d{8}/);
    expect(await page.getByRole("link", { name: "寄件匣" }).getAttribute("href")).toBe("/local/outbox");
    await expectAccessible(page);
    await page.goto("/local/outbox");
    await expectAccessible(page);
    await page.context().close();
  });
});
