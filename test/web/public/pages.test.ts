import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { fillForm, parentPassword, sendForm, toForm } from "../../journeys/parent.ts";
import { photo } from "../../journeys/photo.ts";
import { press } from "../../journeys/pupil.ts";
import {
  expectAccessible,
  expectAccessibleAndNarrow,
  expectNoComplaints,
  heading,
  listenForCaptcha,
  startSite,
  typeCaptcha,
} from "../../journeys/site.ts";
import { answer } from "../answers.ts";

const site = await startSite();
const passwordRules = { minLength: 8, maxLength: 20, classes: { kind: "letters-and-digits" } };
const none = { step: "none", passwordRules };
const sent = {
  step: "sent",
  email: "c***@mail.test",
  expiresIn: 86_399,
  codeExpiresIn: 599,
  resendIn: 60,
  passwordRules,
};
const done = { step: "done", account: "chen@mail.test", passwordRules };
const told = (page: Page) => page.getByRole("alert").getByRole("link");
const refused = (status: number, code: string, fields: object[] = []) => ({
  status,
  contentType: "application/problem+json",
  json: { code, status, title: code, fields },
});

describe("the form of 其他會員註冊 (M20)", () => {
  it("what is missing is told first and nothing is sent; what the service refuses is told at its field and stays typed (M15)", async () => {
    const page = await site.open("/");
    const bodies: object[] = [];
    const refusals = [
      refused(422, "contact-rule", [{ field: "email", problem: "own-domain" }]),
      refused(422, "password-rule", [{ field: "password", problem: "common" }]),
      refused(422, "captcha-wrong"),
    ];
    await page.route("**/api/public/register", (route) => {
      bodies.push(route.request().postDataJSON());
      return route.fulfill(refusals.shift() ?? { json: sent });
    });
    const send = async () => {
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>("#captcha")?.value === "");
      await typeCaptcha(page);
      await press(page, "註冊，寄驗證信給我");
    };
    await toForm(page);
    await press(page, "註冊，寄驗證信給我");
    await told(page).first().waitFor();
    expect(await told(page).count()).toBe(6);
    expect(bodies).toEqual([]);
    await expectAccessibleAndNarrow(page);

    await fillForm(page, "chen@mail.test");
    await page.getByLabel("電話").fill("0223456789");
    await page.getByRole("radio", { name: "女" }).check();
    await send();
    await told(page).filter({ hasText: "不能用來註冊" }).waitFor();
    await send();
    await told(page).filter({ hasText: "太多人用了" }).waitFor();
    await page.getByRole("radio", { name: /我未滿20歲/ }).check();
    await send();
    await told(page).filter({ hasText: "驗證碼不對或過期" }).waitFor();
    await send();
    await heading(page, "收信啟用帳號").waitFor();
    const typed = {
      email: "chen@mail.test",
      name: "陳美玲",
      password: parentPassword,
      nickname: "小安媽媽",
      phone: "0223456789",
      gender: "female",
      agreed: true,
      language: "zh-TW",
    };
    expect(bodies).toMatchObject([
      { ...typed, adult: true },
      { ...typed, adult: true },
      { ...typed, adult: false, guardian: true },
      { ...typed, adult: false, guardian: true },
    ]);
    expect(bodies[0]).not.toHaveProperty("guardian");
    expectNoComplaints(page);
    await page.context().close();
  });

  it("a reload of the form does not ask for 同意 again; the address alone does not lead past it", async () => {
    const page = await site.open("/");
    await toForm(page);
    await page.reload();
    await heading(page, "其他會員註冊").waitFor();
    const other = await site.open("/public/register/form");
    await heading(other, "個資蒐集告知聲明同意書").waitFor();
    await other.waitForURL("**/public/register");
    await page.context().close();
    await other.context().close();
  });

  it("who finds a registration of before on this device may go on with it, or begin anew", async () => {
    const page = await site.open("/");
    await answer(page, { "GET /api/public/registration": sent });
    await page.goto("/public/register");
    await page.getByText("c***@mail.test").waitFor();
    await expectAccessibleAndNarrow(page);
    await press(page, "繼續啟用");
    await heading(page, "收信啟用帳號").waitFor();
    await page.context().close();
  });
});

describe("個人頭像 (M20)", () => {
  it("is made small in the browser before it is sent, square, whatever was chosen; no picture is no upload", async () => {
    const page = await site.open("/");
    const sizes: { type: string | undefined; bytes: number }[] = [];
    await answer(page, { "POST /api/public/register": sent });
    await page.route("**/api/public/picture", (route) => {
      const request = route.request();
      sizes.push({ type: request.headers()["content-type"], bytes: request.postDataBuffer()?.length ?? 0 });
      return route.fulfill({ json: {} });
    });
    await toForm(page);
    await page.getByLabel("個人頭像").setInputFiles(await photo(page, 3000, 1000, "image/png"));
    const shown = page.getByRole("img", { name: "您的頭像" });
    await shown.waitFor();
    const size = await shown.evaluate((image: HTMLImageElement) =>
      image.decode().then(() => [image.naturalWidth, image.naturalHeight]),
    );
    expect(size).toEqual([512, 512]);
    await press(page, "移除");
    await page.getByText("圖片移除了。").waitFor();
    expect(await shown.count()).toBe(0);
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe("picture");
    await page.getByLabel("個人頭像").setInputFiles(await photo(page, 700, 700));
    await shown.waitFor();
    await sendForm(page, "chen@mail.test");
    expect(sizes).toMatchObject([{ type: "image/webp" }]);
    expect(sizes[0]?.bytes).toBeLessThan(60_000);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("what is no picture, or none that this service takes, is told at the field and changes nothing", async () => {
    const page = await site.open("/");
    await toForm(page);
    const field = page.getByLabel("個人頭像");
    await field.setInputFiles({ name: "a.gif", mimeType: "image/gif", buffer: Buffer.from("GIF89a") });
    await page.getByText("頭像只能用 PNG、JPEG 或 WebP").waitFor();
    await field.setInputFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from("no picture") });
    await page.getByText("這張圖片打不開").waitFor();
    expect(await page.getByRole("img", { name: "您的頭像" }).count()).toBe(0);
    await expectAccessible(page);
    await page.context().close();
  });

  it("a browser that cannot draw sends it as it is, so long as it has at most 2 MB", async () => {
    const page = await site.open("/");
    await toForm(page);
    const small = await photo(page, 600, 600);
    const large = { ...small, buffer: Buffer.concat([small.buffer, Buffer.alloc(2 * 1024 * 1024)]) };
    await page.evaluate(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    await page.getByLabel("個人頭像").setInputFiles(large);
    await page.getByText("這張圖片太大了").waitFor();
    await page.getByLabel("個人頭像").setInputFiles(small);
    const shown = page.getByRole("img", { name: "您的頭像" });
    await shown.waitFor();
    expect(await shown.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(600);
    await page.context().close();
  });

  it("one that the service refuses loses no registration: it is told on the next page, with 換一張", async () => {
    const page = await site.open("/");
    const answers = [refused(422, "picture-broken"), refused(422, "picture-size"), { json: {} }];
    await page.route("**/api/public/picture", (route) => route.fulfill(answers.shift() ?? {}));
    await answer(page, { "POST /api/public/register": sent });
    await toForm(page);
    await page.getByLabel("個人頭像").setInputFiles(await photo(page, 600, 600));
    await page.getByRole("img", { name: "您的頭像" }).waitFor();
    await sendForm(page, "chen@mail.test");
    for (const why of ["這張圖片打不開", "這張圖片太大了"]) {
      await page.getByText(why).waitFor();
      await expectAccessibleAndNarrow(page);
      await page.getByLabel("個人頭像").setInputFiles(await photo(page, 600, 600));
      await press(page, "送出頭像");
    }
    await page.getByText("頭像收到了。").waitFor();
    await page.getByLabel("六位數驗證碼").waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });
});

describe("收信啟用 (M20)", () => {
  it("after a reload the password is asked for; a wrong one is told at its field, a wrong code at its own", async () => {
    const page = await site.open("/");
    let state: object = sent;
    const answers = [
      refused(422, "password-wrong", [{ field: "password", problem: "wrong" }]),
      refused(422, "code-wrong"),
      refused(422, "code-needs-captcha"),
      { json: { account: "chen@mail.test" } },
    ];
    const bodies: { attempt?: string; code?: string; captcha?: object }[] = [];
    await answer(page, { "GET /api/public/registration": () => state });
    await page.route("**/api/public/activate", (route) => {
      bodies.push(route.request().postDataJSON());
      const given = answers.shift() ?? {};
      if (answers.length === 0) state = done;
      return route.fulfill(given);
    });
    listenForCaptcha(page);
    await page.goto("/public/register/code");
    await press(page, "啟用帳號");
    await told(page).first().waitFor();
    expect(await told(page).count()).toBe(2);
    await page.getByLabel("六位數驗證碼").fill("123456");
    await page.getByLabel("密碼", { exact: true }).fill(parentPassword);
    await press(page, "啟用帳號");
    await told(page).filter({ hasText: "密碼不對。請輸入註冊時設定的密碼" }).waitFor();
    await expectAccessibleAndNarrow(page);
    await press(page, "啟用帳號");
    await told(page).filter({ hasText: "驗證碼" }).waitFor();
    await press(page, "啟用帳號");
    await page.getByRole("img", { name: "驗證碼圖片" }).waitFor();
    await page.locator("#captcha").fill("123");
    await press(page, "啟用帳號");
    await heading(page, "啟用成功").waitFor();
    await page.getByText("chen@mail.test").waitFor();
    await page.waitForURL("**/public/register/done");
    // Each was answered, so each is a try of its own (T07).
    expect(new Set(bodies.map(({ attempt }) => attempt)).size).toBe(4);
    expect(bodies[3]).toMatchObject({ code: "123456", password: parentPassword, captcha: {} });
    await page.context().close();
  });

  it("a code that is asked for again, and one that never came (M46)", async () => {
    const page = await site.open("/");
    let resendIn = 0;
    await answer(page, {
      "GET /api/public/registration": () => ({ ...sent, resendIn }),
      "POST /api/public/resend": () => {
        resendIn = 60;
        return { resendIn };
      },
    });
    await page.goto("/public/register/code");
    await press(page, "重新傳送");
    await page.getByText("驗證信已經重新寄出。").waitFor();
    await page.getByText(/\d+ 秒後可以重新傳送。/).waitFor();
    expect(await page.getByRole("link", { name: "收不到驗證碼，聯絡我們" }).getAttribute("href")).toBe(
      "/contact-us?about=code-not-received",
    );
    await page.context().close();
  });

  it("one that is active already shows a masked address to whoever comes next; none at all leads on", async () => {
    const page = await site.open("/");
    await answer(page, { "GET /api/public/registration": done });
    await page.goto("/public/register/code");
    await heading(page, "啟用成功").waitFor();
    expect(await page.getByRole("main").innerText()).not.toContain("chen@mail.test");
    await answer(page, { "GET /api/public/registration": none });
    await page.reload();
    await heading(page, "這裡沒有等待啟用的註冊").waitFor();
    for (const name of ["重發驗證信", "重新註冊", "聯絡我們"])
      expect(await page.getByRole("main").getByRole("link", { name }).count()).toBe(1);
    await page.context().close();
  });
});
