import { describe, expect, it } from "vitest";
import { photo } from "../../journeys/photo.ts";
import { press } from "../../journeys/pupil.ts";
import {
  expectAccessible,
  expectAccessibleAndNarrow,
  expectNoComplaints,
  heading,
  startSite,
} from "../../journeys/site.ts";
import { account, openSignedIn, refusal } from "../my-account/answers.ts";

const site = await startSite();
const email = "chen@mail.test";
const { personId: _, ...person } = account;
const other = {
  ...person,
  account: email,
  name: "陳美玲",
  enrolments: [],
  email: { value: email, proved: true },
  details: { nickname: "小安媽媽", gender: "female" as const },
};
const answers = {
  "GET /api/session": { signedIn: true, accountName: email, name: "陳美玲", csrfToken: "first" },
  "GET /api/my-account": other,
};

describe("查閱個人資料 of 其他 (M20)", () => {
  it("shows what they told and no school, and leads to 修改; in both languages", async () => {
    const { page } = await openSignedIn(site, "/my-account", answers);
    await page.getByText("小安媽媽").waitFor();
    const shown = await page.getByRole("main").innerText();
    for (const text of [email, "其他（家長、社會人士）", "女", "電子郵件（就是您的帳號）"])
      expect(shown).toContain(text);
    expect(shown).not.toMatch(/學校|身分證/);
    expect(await page.getByRole("link", { name: /修改暱稱/ }).getAttribute("href")).toBe("/my-account/details");
    await expectAccessibleAndNarrow(page);
    await page.getByRole("button", { name: "English" }).click();
    await heading(page, "View my details").waitFor();
    expect(await page.getByRole("main").innerText()).not.toMatch(/[，。「」]/);
    await page.context().close();
  });

  it("更新個人資料 leads them to their details, not to a school (M36)", async () => {
    const { page } = await openSignedIn(site, "/my-account/school", answers);
    await page.getByLabel("*暱稱").waitFor();
    await page.waitForURL("**/my-account/details");
    await page.context().close();
  });

  it("who changes the e-mail is told that it is what one signs in with", async () => {
    const { page } = await openSignedIn(site, "/my-account/contacts", {
      ...answers,
      "POST /api/my-account/contacts/code": refusal("contact-rule", {
        fields: [{ field: "email", problem: "own-domain" }],
      }),
    });
    await page.getByText("換了以後，要用新的電子郵件登入").waitFor();
    await page.goto("/my-account/contacts/email");
    await page.getByText("這個電子郵件就是您的帳號").waitFor();
    await page.getByLabel("新的電子郵件信箱").fill("wang@educloud.example");
    await press(page, "傳送驗證碼");
    await page
      .getByRole("alert")
      .getByRole("link", { name: /不能當帳號/ })
      .waitFor();
    await page.goto("/my-account/contacts/mobile");
    await heading(page, "修改行動電話").waitFor();
    expect(await page.getByText("這個電子郵件就是您的帳號").count()).toBe(0);
    await page.context().close();
  });

  it("the account of others says nothing of e-mail, and has no such details", async () => {
    const { page } = await openSignedIn(site, "/my-account/contacts");
    await page.getByText("old@mail.test").waitFor();
    expect(await page.getByText("就是帳號").count()).toBe(0);
    await page.goto("/my-account/details");
    await page.getByText("您的暱稱等資料不在這裡修改").waitFor();
    await page.context().close();
  });

  it("關閉帳號 takes the whole address only", async () => {
    const { page, bodies } = await openSignedIn(site, "/my-account/close", {
      ...answers,
      "POST /api/my-account/close": { account: email, days: 30 },
    });
    await page.getByLabel("請輸入教育雲端帳號").fill("chen");
    await press(page, "關閉帳號");
    await page
      .getByRole("alert")
      .getByRole("link", { name: /不一樣/ })
      .waitFor();
    await page.getByLabel("請輸入教育雲端帳號").fill("Chen@mail.test");
    await press(page, "關閉帳號");
    await heading(page, "帳號已經關閉").waitFor();
    expect(bodies("POST /api/my-account/close")).toEqual([{ accountName: "Chen@mail.test" }]);
    await page.context().close();
  });
});

describe("/my-account/details (M20)", () => {
  it("saves what is typed, what is blank goes; a refusal is told at its field", async () => {
    const { page, bodies } = await openSignedIn(site, "/my-account/details", {
      ...answers,
      "POST /api/my-account/details": [
        refusal("contact-rule", { fields: [{ field: "phone", problem: "length" }] }),
        {},
      ],
    });
    await page.getByLabel("*暱稱").fill(" ");
    await press(page, "儲存變更");
    await page.getByRole("alert").getByRole("link", { name: "請輸入暱稱。" }).waitFor();
    await page.getByLabel("*暱稱").fill("安安");
    await page.getByLabel("電話").fill("0223456789");
    await press(page, "儲存變更");
    await page
      .getByRole("alert")
      .getByRole("link", { name: /7 到 15 個數字/ })
      .waitFor();
    await expectAccessibleAndNarrow(page);
    await page.getByLabel("電話").fill("");
    await page.getByRole("radio", { name: "不填" }).check();
    await press(page, "儲存變更");
    await page.getByText("資料更新成功").waitFor();
    expect(bodies("POST /api/my-account/details")).toEqual([
      { nickname: "安安", phone: "0223456789", gender: "female" },
      { nickname: "安安" },
    ]);
    await expectAccessible(page);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("a picture is changed at once and taken away at once; one that is refused leaves the one before", async () => {
    const kept = { ...other, picture: "/favicon.svg" };
    const { page } = await openSignedIn(site, "/my-account/details", { ...answers, "GET /api/my-account": kept });
    const replies = [
      { status: 422, json: { code: "picture-size", status: 422, title: "" } },
      { status: 200, json: { picture: "/favicon.svg?new" } },
      { status: 429, json: { code: "too-many-tries", status: 429, title: "" } },
      { status: 200, json: {} },
    ];
    await page.route(/\/api\/my-account\/picture/, (route) => route.fulfill(replies.shift() ?? {}));
    const shown = page.getByRole("img", { name: "您的頭像" });
    await page.getByLabel("個人頭像").setInputFiles(await photo(page, 400, 400));
    await page.getByText("這張圖片太大了").waitFor();
    expect(await shown.getAttribute("src")).toBe("/favicon.svg");
    await expectAccessibleAndNarrow(page);
    await page.getByLabel("個人頭像").setInputFiles(await photo(page, 400, 400));
    await page.getByText("頭像已經換好了。").waitFor();
    expect(await shown.getAttribute("src")).toBe("/favicon.svg?new");
    await press(page, "移除");
    await page.locator("#picture-error").waitFor();
    expect(await shown.count()).toBe(1);
    await press(page, "移除");
    await page.getByText("頭像已經移除。").waitFor();
    expect(await shown.count()).toBe(0);
    expectNoComplaints(page);
    await page.context().close();
  });
});
