import type { Page } from "playwright-core";
import { afterEach, describe, expect, it, vi } from "vitest";
import { momentInWords } from "../../functions/contract/legacy-moment.ts";
import { coursesOf, samplePassword } from "../../lib/local/application/legacy/accounts.ts";
import { tabTo } from "./keyboard.ts";
import {
  arrive,
  atPlatform,
  fillSignIn,
  noticeTitle as notice,
  platformOf,
  platformQuestion as question,
  toldRow,
} from "./legacy-platform.ts";
import { password, press } from "./pupil.ts";
import { holder, untilFreshCaptcha } from "./recovery.ts";
import {
  expectAccessibleAndNarrow,
  expectNoComplaints,
  heading,
  listenForCaptcha,
  startSite,
  typeCaptcha,
} from "./site.ts";

const site = await startSite();
const has = await holder(site, "legacy.has", 2);
const hasNot = await holder(site, "legacy.none", 0, "teacher");
const forgot = await holder(site, "legacy.forgot", 3);
const undecided = await holder(site, "legacy.later", 4);

const platform = platformOf(site);
/** M80: the sample platform's own moment is some months after the day it was started. */
const lastMinute = /原平台帳號登入功能將維持至(\d+)年(\d+)月(\d+)日晚間11點59分/;

/** The moment from which on the old sign-in is refused, by what the platform says: the midnight after that minute. */
function toldEnd(text: string): number {
  const [, year, month, day] = lastMinute.exec(text)?.map(Number) ?? [];
  return Date.UTC(1911 + Number(year), Number(month) - 1, Number(day) + 1) - 8 * 3_600_000;
}

const firstCourse = (account: string) => coursesOf(account)[0]?.title ?? "";

async function oldSignIn(page: Page, account: string): Promise<void> {
  await page.getByLabel(/平台帳號/).fill(account);
  await page.getByLabel(/平台密碼/).fill(samplePassword);
  await atPlatform(page, /原平台登入/);
}

/** The event goes from the service to the platform on its own. */
const untilMoved = (page: Page, account: string) =>
  expect
    .poll(
      async () => {
        await page.reload();
        return page.getByRole("main").innerText();
      },
      { timeout: 20_000 },
    )
    .toContain(`學習歷程已從原平台帳號 ${account} 移轉`);

describe("who comes to a legacy platform for the first time", () => {
  it("已有平台帳號: joins it, gets the learning history, and goes straight in from then on (M81, M82, M84)", async () => {
    const page = await arrive(site, has);
    await heading(page, notice).waitFor();
    await page.getByText(lastMinute).waitFor();
    await expectAccessibleAndNarrow(page);
    await page.getByRole("link", { name: /^已有平台帳號/ }).click();
    await page.getByLabel("平台帳號", { exact: true }).fill("ching0521");
    await page.getByLabel("平台密碼", { exact: true }).fill(samplePassword);
    await press(page, "帳號合併");
    await heading(page, "帳號合併完成").waitFor();
    await expectAccessibleAndNarrow(page);
    await press(page, "回到平台");
    await heading(page, question).waitFor();
    expect(await page.getByRole("main").innerText()).toContain("您在這個平台原來的帳號，讓學習歷程接得上");
    await press(page, "同意");
    await page.getByText("收到的資料").waitFor();
    await untilMoved(page, "ching0521");
    expect(await page.getByRole("main").innerText()).toContain(firstCourse("ching0521"));

    await atPlatform(page, /全部登出/);
    await heading(page, "您要登出嗎？").waitFor();
    await press(page, "登出");
    await page.getByText("您已全部登出").waitFor();
    await atPlatform(page, /教育雲登入/);
    await heading(page, "登入").waitFor();
    await fillSignIn(page, has);
    await page.getByText("學習歷程已從原平台帳號 ching0521 移轉").waitFor();

    await atPlatform(page, /在這裡登出/);
    await oldSignIn(page, "ching0521");
    await page.getByText("這個平台帳號已合併到教育雲端帳號").waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });

  it("尚未有平台資訊, by keyboard alone: the form, and signed in at the platform (M83, WCAG 2.1.1)", async () => {
    const page = await arrive(site, hasNot, { viewport: { width: 1280, height: 900 } });
    await heading(page, notice).waitFor();
    await tabTo(page, /^尚未有平台資訊/);
    await page.keyboard.press("Enter");
    await heading(page, "尚未有平台資訊").waitFor();
    expect(await page.getByRole("main").innerText()).toContain(hasNot.name);
    await tabTo(page, "*聯絡電話");
    await page.keyboard.type("05-272-0411#12");
    await tabTo(page, "*身份証");
    await page.keyboard.type(hasNot.id);
    await tabTo(page, "英文姓名");
    await page.keyboard.type("Chang Yu-wen");
    await tabTo(page, /^送出$/);
    await page.keyboard.press("Enter");
    await heading(page, "資料已送出").waitFor();
    await tabTo(page, /^回到平台$/);
    await page.keyboard.press("Enter");
    await heading(page, question).waitFor();
    await tabTo(page, /^同意$/);
    await page.keyboard.press("Enter");
    await page.getByText("您是新會員，還沒有學習歷程").waitFor();
    expect(await toldRow(page, "legacy_profile").innerText()).toContain("05-272-0411#12");
    expectNoComplaints(page);
    await page.context().close();
  });

  it("in English: a forgotten password by mail, and an account in another name, which is asked about (M82, M85)", async () => {
    const page = await site.open("/", { language: "en" });
    listenForCaptcha(page);
    await page.goto(`${site.origin}/sign-in`);
    await page.getByLabel("Education cloud account", { exact: true }).fill(forgot.accountName);
    await page.getByLabel("Password", { exact: true }).fill(password);
    await typeCaptcha(page);
    await press(page, "Sign in");
    await heading(page, "View my details").waitFor();
    await page.goto(platform);
    await untilFreshCaptcha(page, async () => {
      await page.getByRole("link", { name: "查詢密碼" }).click();
    });
    await heading(page, "Find the platform password").waitFor();
    await page.getByLabel("Platform account", { exact: true }).fill("chen.xiaohua");
    await page.getByLabel("E-mail address the platform has").fill("chen.xiaohua@old.example");
    await typeCaptcha(page);
    await untilFreshCaptcha(page, () => press(page, "Find the password"));
    await page.getByText("改名以前的名字").waitFor();
    await expectAccessibleAndNarrow(page);
    await typeCaptcha(page);
    await press(page, "Mail me a password for one use");
    await heading(page, "Look at your mail").waitFor();
    await press(page, "I have it: go back");

    await page.getByLabel("Platform password", { exact: true }).fill(await oneUsePassword("chen.xiaohua@old.example"));
    await press(page, "Join the accounts");
    await page.getByRole("region", { name: "The names differ. Is it your account?" }).waitFor();
    await expectAccessibleAndNarrow(page);
    await press(page, "It is my account, join them");
    await heading(page, "The accounts are joined").waitFor();
    expect(await page.getByRole("link", { name: "Back to the platform" }).getAttribute("href")).toBe(platform);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("取消 goes back with nothing done, and is asked again", async () => {
    const page = await arrive(site, undecided);
    await heading(page, notice).waitFor();
    await press(page, "取消，回到「數位學習服務平台」");
    await page.getByText("您沒有同意，所以沒有登入。").waitFor();
    await atPlatform(page, /教育雲登入/);
    await heading(page, notice).waitFor();
    await page.reload();
    await page.getByRole("link", { name: /^已有平台帳號/ }).waitFor();
    await page.context().close();
  });
});

describe("the old sign-in of the platform, by its clock (M80)", () => {
  afterEach(() => void vi.useRealTimers());

  it("works with the notice until its last second, and is refused from the next one on, though the page is still open", async () => {
    const page = await site.open("/");
    await page.goto(platform);
    const moment = toldEnd(await page.getByText(lastMinute).innerText());
    vi.setSystemTime(moment - 1_000);
    await page.reload();
    await page.getByText(lastMinute).waitFor();
    await oldSignIn(page, "linan");
    await page.getByText("請用教育雲帳號登入一次，學習歷程會跟著您。").waitFor();
    expect(await page.getByRole("main").innerText()).toContain(firstCourse("linan"));
    await atPlatform(page, /登出/);
    await page.getByLabel(/平台帳號/).fill("linan");
    await page.getByLabel(/平台密碼/).fill(samplePassword);
    vi.setSystemTime(moment);
    await atPlatform(page, /原平台登入/);
    await page.getByText("原平台帳號登入功能已取消，請用教育雲登入。").waitFor();
    await page.getByText(`${momentInWords(moment)["zh-TW"]}起，原平台帳號登入功能已取消`).waitFor();
    expect(await page.getByLabel(/平台密碼/).count()).toBe(0);
    await page.context().close();
  });
});

/** As its owner reads it in the mail. */
async function oneUsePassword(to: string): Promise<string> {
  const url = `${site.origin}/local/outbox?to=${encodeURIComponent(to)}`;
  const read = async () => {
    const { messages } = await (await fetch(url, { headers: { accept: "application/json" } })).json();
    return /^\s*([34679CDFHJKMNPRTVWXY]{8,})\s*$/m.exec(messages[0]?.text ?? "")?.[1] ?? "";
  };
  await expect.poll(read, { timeout: 20_000 }).not.toBe("");
  return read();
}
