import { describe, expect, it } from "vitest";
import { press } from "../../journeys/pupil.ts";
import { expectAccessibleAndNarrow, expectNoComplaints, heading, startSite } from "../../journeys/site.ts";
import { focused, openSignedIn, refusal } from "./answers.ts";

const site = await startSite();
const send = "POST /api/my-account/contacts/code";
const sent = { masked: "n***@mail.test", expiresIn: 600, resendIn: 60 };
const needed = refusal("re-authentication-required");

/** The form of a new e-mail address, filled in and sent: refused for the proof. */
async function refused(proofs: readonly object[]) {
  const opened = await openSignedIn(site, "/my-account/contacts/email", {
    [send]: [needed, sent],
    "POST /api/re-authenticate": proofs,
  });
  const { page } = opened;
  await page.getByLabel("新的電子郵件信箱").fill("new@mail.test");
  await press(page, "傳送驗證碼");
  await heading(page, "請再輸入一次密碼").waitFor();
  return opened;
}

async function give(page: Awaited<ReturnType<typeof refused>>["page"], password: string): Promise<void> {
  await page.getByLabel("教育雲端密碼").fill(password);
  await press(page, "確認，繼續");
}

describe("the password again where something important changes (T20)", () => {
  it("takes the place of the page; then what was pressed goes on by itself, under the session's new token (T21, T22)", async () => {
    const { page, calls, bodies } = await refused([{ accountName: "wang.ming", csrfToken: "second" }]);
    await expect.poll(() => focused(page)).toBe("請再輸入一次密碼");
    await expect.poll(() => page.title()).toContain("請再輸入一次密碼");
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    await expectAccessibleAndNarrow(page);
    await give(page, "right");
    await heading(page, "輸入驗證碼").waitFor();
    await expect.poll(() => page.title()).toContain("輸入驗證碼");
    expect(bodies("POST /api/re-authenticate")).toEqual([{ password: "right" }]);
    const body = { channel: "email", value: "new@mail.test", language: "zh-TW" };
    expect(calls.filter(({ key }) => key === send)).toEqual([
      { key: send, body, csrfToken: "first" },
      { key: send, body, csrfToken: "second" },
    ]);
    expectNoComplaints(page);
    await page.context().close();
  });

  it("tells a wrong password at its field, and asks for the code where there is a second factor (T42)", async () => {
    const { page, bodies } = await refused([
      refusal("password-wrong"),
      refusal("two-factor-needed"),
      refusal("two-factor-wrong"),
      { accountName: "wang.ming", csrfToken: "second" },
    ]);
    await press(page, "確認，繼續");
    expect(await page.getByRole("alert").textContent()).toContain("請輸入密碼。");
    await give(page, "wrong");
    await page.getByRole("alert").getByRole("link", { name: "目前的密碼不對" }).click();
    expect(await focused(page)).toBe("proof-password");
    await give(page, "right");
    await page.getByLabel("驗證 App 的六位數驗證碼").waitFor();
    await expect.poll(() => focused(page)).toBe("proof-code");
    await expectAccessibleAndNarrow(page);
    await page.getByLabel("驗證 App 的六位數驗證碼").fill("１２３ 456");
    await press(page, "確認，繼續");
    await page.getByRole("alert").getByText("驗證碼不對或已經用過").waitFor();
    await press(page, "手機不在身邊？改用備援碼");
    await page.getByLabel("備援碼", { exact: true }).fill("ABCD-EFGH-JKLM-NPQR");
    await press(page, "確認，繼續");
    await heading(page, "輸入驗證碼").waitFor();
    expect(bodies("POST /api/re-authenticate")).toEqual([
      { password: "wrong" },
      { password: "right" },
      { password: "right", code: "123456" },
      { password: "right", code: "ABCD-EFGH-JKLM-NPQR" },
    ]);
    await page.context().close();
  });

  it("取消 leads back to what was typed, with the focus where it was, and sends nothing more", async () => {
    const { page, calls } = await refused([{ accountName: "wang.ming", csrfToken: "second" }]);
    await press(page, "取消，回上一頁");
    await heading(page, "修改電子郵件信箱").waitFor();
    expect(await page.getByLabel("新的電子郵件信箱").inputValue()).toBe("new@mail.test");
    await expect.poll(() => focused(page)).toBe("傳送驗證碼");
    expect(calls.map(({ key }) => key)).toEqual([send]);
    // The button works again.
    await press(page, "傳送驗證碼");
    await heading(page, "輸入驗證碼").waitFor();
    await page.context().close();
  });

  it("a token that another tab has replaced is fetched, and the press goes on (T22)", async () => {
    const { page, calls } = await openSignedIn(site, "/my-account/contacts/email", {
      [send]: [refusal("wrong-csrf-token"), sent],
      "GET /api/session": [
        { signedIn: true, accountName: "wang.ming", csrfToken: "first" },
        { signedIn: true, accountName: "wang.ming", csrfToken: "of the other tab" },
      ],
    });
    await page.getByLabel("新的電子郵件信箱").fill("new@mail.test");
    await press(page, "傳送驗證碼");
    await heading(page, "輸入驗證碼").waitFor();
    expect(calls.map(({ csrfToken }) => csrfToken)).toEqual(["first", "of the other tab"]);
    await page.context().close();
  });

  it("what was typed is sent for nobody else who signed in on this browser meanwhile; the person is told (T22)", async () => {
    const { page, calls } = await openSignedIn(site, "/my-account/contacts/email", {
      [send]: [refusal("wrong-csrf-token"), sent],
      "GET /api/session": [
        { signedIn: true, accountName: "wang.ming", csrfToken: "first" },
        { signedIn: true, accountName: "lin.mei", csrfToken: "of somebody else" },
      ],
    });
    await page.getByLabel("新的電子郵件信箱").fill("new@mail.test");
    await press(page, "傳送驗證碼");
    await page.getByRole("alert").getByText("現在登入的是另一個帳號").waitFor();
    await press(page, "傳送驗證碼");
    await page.getByRole("alert").getByText("現在登入的是另一個帳號").waitFor();
    expect(calls.map(({ csrfToken }) => csrfToken)).toEqual(["first"]);
    await page.context().close();
  });

  it("a session that is over leads to 登入, and from there back to this page", async () => {
    const { page } = await openSignedIn(site, "/my-account/contacts/email", {
      [send]: refusal("not-signed-in"),
      "GET /api/session": [{ signedIn: true, accountName: "wang.ming", csrfToken: "first" }, { signedIn: false }],
      "POST /api/captcha": refusal("try-again-later"),
    });
    await page.getByLabel("新的電子郵件信箱").fill("new@mail.test");
    await press(page, "傳送驗證碼");
    await heading(page, "登入").waitFor();
    expect(new URL(page.url()).searchParams.get("returnTo")).toBe("/my-account/contacts/email");
    await page.context().close();
  });
});
