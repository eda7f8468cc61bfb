import { describe, expect, it, onTestFinished, vi } from "vitest";
import { tabTo } from "./keyboard.ts";
import { mailFor, parentPassword, sendForm, signInByEmail, toForm } from "./parent.ts";
import { photo } from "./photo.ts";
import { press } from "./pupil.ts";
import { expectAccessibleAndNarrow, expectNoComplaints, listenForCaptcha, startSite, typeCaptcha } from "./site.ts";

const site = await startSite();

describe("其他會員註冊 by hand in a browser (M20), then 登入 by e-mail and 查閱個人資料", () => {
  it("a parent on a phone: 不同意 makes nothing, the form with a picture, a reload, the code of the mail", async () => {
    const page = await site.open("/");
    const posted: string[] = [];
    page.on("request", (request) => request.method() === "POST" && posted.push(new URL(request.url()).pathname));
    await page.goto("/apply");
    await page.getByRole("radio", { name: "其他（家長、社會人士）" }).check();
    await press(page, "下一步");
    await page.getByRole("heading", { name: "個資蒐集告知聲明同意書" }).waitFor();
    await expectAccessibleAndNarrow(page);
    await press(page, "不同意");
    await page.getByRole("heading", { name: "您的身分是？" }).waitFor();
    expect(await page.getByRole("radio", { name: "其他（家長、社會人士）" }).isChecked()).toBe(true);
    expect(posted).toEqual([]);

    await toForm(page);
    await page.getByLabel("個人頭像").setInputFiles(await photo(page, 1600, 1200));
    await page.getByRole("img", { name: "您的頭像" }).waitFor();
    await expectAccessibleAndNarrow(page);
    await sendForm(page, "Chen.ML@mail.test");
    await page.getByText("C***@mail.test").waitFor();
    await expectAccessibleAndNarrow(page);
    expect(posted.filter((path) => path.startsWith("/api/public"))).toEqual([
      "/api/public/register",
      "/api/public/picture",
    ]);

    await page.reload();
    await page.getByLabel("六位數驗證碼").fill((await mailFor(site, "Chen.ML@mail.test")).code);
    // A password is kept nowhere: after a reload it is asked for again.
    await page.getByLabel("密碼", { exact: true }).fill(parentPassword);
    await press(page, "啟用帳號");
    await page.getByRole("heading", { name: "啟用成功" }).waitFor();
    await page.getByText("chen.ml@mail.test").waitFor();
    await expectAccessibleAndNarrow(page);
    await page.reload();
    await page.getByText("c***@mail.test").waitFor();
    expect(await page.getByRole("main").innerText()).not.toContain("chen.ml@mail.test");

    await signInByEmail(page, "Chen.ml@MAIL.test");
    await page.getByText("小安媽媽").waitFor();
    const shown = await page.getByRole("main").innerText();
    for (const text of ["chen.ml@mail.test", "陳美玲", "其他（家長、社會人士）"]) expect(shown).toContain(text);
    expect(shown).not.toMatch(/學校|身分證/);
    const picture = page.getByRole("img", { name: "您的頭像" });
    expect(await picture.getAttribute("src")).toMatch(/^\/api\/pictures\//);
    await picture.evaluate((image: HTMLImageElement) => image.decode());
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(256);
    await expectAccessibleAndNarrow(page);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("the link on another device, after a scanner opened it, and 重發驗證信 (T04, T22); the first browser sees it done", async () => {
    const email = "wu@mail.test";
    const first = await site.open("/");
    await toForm(first);
    await sendForm(first, email);
    const { link, code } = await mailFor(site, email);
    expect(link).toContain("/public/activate#");
    const scanner = await site.open(link);
    await scanner.getByRole("button", { name: "啟用帳號" }).waitFor();
    expect(scanner.url()).not.toContain("#");
    await scanner.context().close();

    const phone = await site.open(link);
    await phone.getByText("w***@mail.test").waitFor();
    await expectAccessibleAndNarrow(phone);
    await phone.getByLabel("密碼").fill("not-this-one-1");
    await press(phone, "啟用帳號");
    await phone
      .getByRole("alert")
      .getByRole("link", { name: /密碼不對/ })
      .waitFor();
    await phone.getByLabel("密碼").fill(parentPassword);
    await press(phone, "啟用帳號");
    await phone.getByRole("heading", { name: "啟用成功" }).waitFor();
    await phone.goto("/");
    await phone.goto(link);
    await phone.getByText("帳號已經啟用了").waitFor();

    await first.getByLabel("六位數驗證碼").fill(code);
    await press(first, "啟用帳號");
    await first.getByRole("heading", { name: "啟用成功" }).waitFor();

    // A minute later: the mail of the registration has its gap, whichever way another is asked for (T13).
    const now = Date.now;
    const later = vi.spyOn(Date, "now").mockImplementation(() => now() + 60_000);
    onTestFinished(() => later.mockRestore());
    const answers: string[] = [];
    for (const asked of [email, "nobody-at-all@mail.test"]) {
      listenForCaptcha(phone);
      await phone.goto("/sign-in");
      await press(phone, "重發驗證信");
      await phone.getByLabel("帳號(Email)").fill(asked);
      await typeCaptcha(phone);
      await press(phone, "寄驗證信");
      await phone.getByRole("heading", { name: "請看看您的信箱" }).waitFor();
      answers.push((await phone.getByRole("main").innerText()).replace(/\d+ 秒/, "N 秒"));
    }
    expect(answers[0]).toBe(answers[1]);
    await expectAccessibleAndNarrow(phone);
    for (const page of [first, phone]) expectNoComplaints(page);
    await first.context().close();
    await phone.context().close();
  });

  it("不是我: the registration is gone, in the browser that made it too", async () => {
    const email = "stranger@mail.test";
    const other = await site.open("/");
    await toForm(other);
    await sendForm(other, email);
    const { link } = await mailFor(site, email);
    const owner = await site.open(link);
    await press(owner, "不是我");
    await owner.getByRole("heading", { name: "註冊取消了" }).waitFor();
    await expectAccessibleAndNarrow(owner);
    await owner.goto("/");
    await owner.goto(link);
    await owner.getByRole("heading", { name: "這個連結不能用" }).waitFor();
    await expectAccessibleAndNarrow(owner);
    await other.reload();
    await other.getByRole("heading", { name: "這裡沒有等待啟用的註冊" }).waitFor();
    await expectAccessibleAndNarrow(other);
    await owner.context().close();
    await other.context().close();
  });

  it("by keyboard alone, in English, to the account; then nickname and picture are changed (WCAG 2.1.1)", async () => {
    const page = await site.open("/apply/identity", { language: "en", viewport: { width: 1280, height: 900 } });
    listenForCaptcha(page);
    const main = page.getByRole("main");
    await tabTo(page, "Student");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("Enter");
    await main.getByRole("heading", { name: "Notice and consent on personal data" }).waitFor();
    await tabTo(page, /^I agree$/);
    await page.keyboard.press("Enter");
    await main.getByRole("heading", { name: "Your details" }).waitFor();
    for (const [label, text] of [
      ["*Account", "keys@parents.test"],
      ["*Name", "Ann Lee"],
      ["*Password", parentPassword],
      ["*Password again", parentPassword],
      ["*Nickname", "Ann"],
    ] as const) {
      await tabTo(page, label);
      await page.keyboard.type(text);
    }
    await tabTo(page, /Choose a picture/);
    await tabTo(page, "I am 20 or older");
    await page.keyboard.press("Space");
    await typeCaptcha(page);
    await page.keyboard.press("Enter");
    await main.getByRole("heading", { name: "Activate it from your mailbox" }).waitFor();
    await tabTo(page, "Six-digit code");
    await page.keyboard.type((await mailFor(site, "keys@parents.test")).code);
    await page.keyboard.press("Enter");
    await main.getByRole("heading", { name: "Your account is active" }).waitFor();
    expect(await main.innerText()).not.toMatch(/[，。「」]/);

    await page.getByRole("button", { name: "中文" }).click();
    await signInByEmail(page, "keys@parents.test");
    await page.goto("/my-account/school");
    await page.getByRole("heading", { name: "更新個人資料" }).waitFor();
    await page.waitForURL("**/my-account/details");
    await page.getByLabel("個人頭像").setInputFiles(await photo(page, 300, 900, "image/png"));
    await page.getByText("頭像已經換好了。").waitFor();
    await page.getByLabel("*暱稱").fill("安安");
    await page.getByLabel("電話").fill("0223456789#12");
    await press(page, "儲存變更");
    await page.getByText("資料更新成功").waitFor();
    await expectAccessibleAndNarrow(page);
    await page.goto("/my-account");
    await page.getByText("安安").waitFor();
    await page.getByText("0223456789#12").waitFor();
    await page.getByRole("img", { name: "您的頭像" }).waitFor();
    await page.goto("/my-account/details");
    await press(page, "移除");
    await page.getByText("頭像已經移除。").waitFor();
    await page.goto("/my-account/contacts");
    await page.getByText("您的電子郵件就是帳號").waitFor();
    await expectAccessibleAndNarrow(page);
    expectNoComplaints(page);
    await page.context().close();
  });
});
