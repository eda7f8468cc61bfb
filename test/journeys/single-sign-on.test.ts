import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { switchFactorOn } from "./factor.ts";
import { tabTo } from "./keyboard.ts";
import { password, press } from "./pupil.ts";
import { type Holder, holder } from "./recovery.ts";
import {
  expectAccessible,
  expectAccessibleAndNarrow,
  expectNoComplaints,
  heading,
  listenForCaptcha,
  startSite,
  typeCaptcha,
} from "./site.ts";

const site = await startSite();
const pupil = await holder(site, "sso.pupil", 2);
const keys = await holder(site, "sso.keys", 3);
const careful = await holder(site, "sso.careful", 4);
const teacher = await holder(site, "sso.teacher", 1, "teacher");

const atApplication = (page: Page, button: RegExp) => page.getByRole("button", { name: button }).click();
/** The application says who signed in. */
const isIn = (page: Page) => page.getByText("收到的資料").waitFor();
const question = "要把資料給「範例學習平台」嗎？";

async function signIn(page: Page, { accountName }: Holder): Promise<void> {
  await page.getByLabel("教育雲端帳號", { exact: true }).fill(accountName);
  await page.getByLabel("密碼", { exact: true }).fill(password);
  await typeCaptcha(page);
  await press(page, "登入");
}

/** Of somebody who is not signed in yet, from the page of an application to 登入. */
async function toSignIn(address: string): Promise<Page> {
  const page = await site.open("/");
  listenForCaptcha(page);
  await page.goto(address);
  await atApplication(page, /用教育雲端帳號登入/);
  await page.getByText("登入以後，會回到您要用的應用服務。").waitFor();
  return page;
}

describe("one account for every application (M32, M60, M61)", () => {
  it("from the launcher: signs in, sees what is given and why, takes it back, is asked again, signs out everywhere", async () => {
    const page = await site.open("/applications");
    listenForCaptcha(page);
    await page.getByRole("main").getByRole("link", { name: "範例學習平台" }).click();
    await atApplication(page, /用教育雲端帳號登入/);
    await heading(page, "登入").waitFor();
    await signIn(page, pupil);

    await heading(page, question).waitFor();
    const asked = await page.getByRole("main").innerText();
    for (const told of [
      "您的姓名",
      "您的備用電子郵件信箱",
      "您的年級和班級",
      "帶您進入您學校與班級的課程",
      "127.0.0.1",
    ])
      expect(asked).toContain(told);
    await expectAccessibleAndNarrow(page);
    await press(page, "同意");
    await isIn(page);
    const given = await page.getByRole("main").innerText();
    expect(given).toContain(pupil.name);
    expect(given).not.toContain(pupil.id);

    await page.goto(`${site.origin}/my-account/application-sign-ins`);
    await page.getByRole("row").filter({ hasText: "範例學習平台" }).first().waitFor();
    await expectAccessible(page);

    await page.goto(`${site.origin}/my-account/applications`);
    await page.getByRole("checkbox", { name: /範例學習平台/ }).check();
    await press(page, "取消授權");
    await heading(page, "要取消這 1 項授權嗎？").waitFor();
    await press(page, "取消授權");
    await heading(page, "取消授權成功").waitFor();

    await page.goto(site.application);
    await atApplication(page, /更新資料/);
    await page.getByText("登入或授權已經結束").waitFor();
    await atApplication(page, /用教育雲端帳號登入/);
    await heading(page, question).waitFor();
    await press(page, "同意");
    await isIn(page);

    // Allowed and signed in: the third time nothing is asked.
    await atApplication(page, /在這裡登出/);
    await atApplication(page, /用教育雲端帳號登入/);
    await isIn(page);

    await atApplication(page, /全部登出/);
    await heading(page, "您要登出嗎？").waitFor();
    await expectAccessible(page);
    await press(page, "登出");
    await page.getByText("您已全部登出").waitFor();
    await page.goto(`${site.origin}/my-account`);
    await heading(page, "登入").waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });

  it("by keyboard alone, from the application's button to what it was given (WCAG 2.1.1)", async () => {
    const page = await site.open("/", { viewport: { width: 1280, height: 900 } });
    listenForCaptcha(page);
    await page.goto(site.application);
    await tabTo(page, /^用教育雲端帳號登入/);
    await page.keyboard.press("Enter");
    await heading(page, "登入").waitFor();
    await tabTo(page, "教育雲端帳號");
    await page.keyboard.type(keys.accountName);
    await tabTo(page, /^密碼/);
    await page.keyboard.type(password);
    await typeCaptcha(page);
    await page.keyboard.press("Enter");
    await heading(page, question).waitFor();
    await tabTo(page, /^同意$/);
    await page.keyboard.press("Enter");
    await isIn(page);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("不同意 gives nothing and goes back; 再問我一次 asks though it was allowed; 換帳號 comes back for another", async () => {
    const page = await toSignIn(site.application);
    await signIn(page, careful);
    await heading(page, question).waitFor();
    await press(page, "不同意");
    await page.getByText("您沒有同意，所以沒有登入。").waitFor();
    await page.goto(`${site.origin}/my-account/applications`);
    await page.getByText("您還沒有授權任何應用服務").waitFor();

    await page.goto(site.application);
    await atApplication(page, /用教育雲端帳號登入/);
    await heading(page, question).waitFor();
    await press(page, "同意");
    await isIn(page);
    await atApplication(page, /再問我一次/);
    await heading(page, question).waitFor();
    await press(page, "換帳號");
    await heading(page, "登入").waitFor();
    await signIn(page, keys);
    await heading(page, question).waitFor();
    expect(await page.getByRole("main").innerText()).toContain(keys.accountName);
    await press(page, "同意");
    await isIn(page);
    expect(await page.getByRole("main").innerText()).toContain(keys.name);
    await page.context().close();
  });
});

describe("an application for teachers with a second factor", () => {
  const address = `${site.application}teachers/`;

  it("tells a pupil who may use it, and gives nothing", async () => {
    const page = await toSignIn(address);
    await signIn(page, pupil);
    await heading(page, "「範例教師研習系統」只開放給教師").waitFor();
    await expectAccessibleAndNarrow(page);
    await press(page, "回到「範例教師研習系統」");
    await page.getByText("您沒有同意，所以沒有登入。").waitFor();
    await page.context().close();
  });

  it("sends a teacher to the second factor, asks for it, and is told of both (T18)", async () => {
    const page = await toSignIn(address);
    await signIn(page, teacher);
    await heading(page, "「範例教師研習系統」要用雙因子驗證").waitFor();
    const { shown } = await switchFactorOn(page);
    await press(page, "設定好了，繼續");
    await page.getByText("這個應用服務要用雙因子驗證。請再登入一次，接著輸入驗證碼。").waitFor();
    await signIn(page, teacher);
    await heading(page, "雙因子驗證").waitFor();
    await page.getByRole("textbox").fill(shown(1));
    await press(page, "登入");
    await heading(page, "要把資料給「範例教師研習系統」嗎？").waitFor();
    await press(page, "同意");
    await isIn(page);
    expect(await page.getByRole("row").filter({ hasText: "amr" }).innerText()).toMatch(/pwd.*otp/);
    expectNoComplaints(page);
    await page.context().close();
  });
});
