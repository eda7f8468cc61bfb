import { describe, expect, it } from "vitest";
import { press } from "../../journeys/pupil.ts";
import { expectAccessibleAndNarrow, expectNoComplaints, heading, routeOnce, startSite } from "../../journeys/site.ts";
import { account, openSignedIn, refusal } from "./answers.ts";

const site = await startSite();
const sent = { masked: "n***@mail.test", expiresIn: 600, resendIn: 0 };
const send = "POST /api/my-account/contacts/code";
const save = "POST /api/my-account/contacts";

describe("修改備用電子郵件信箱/行動電話 (M35)", () => {
  it("from 查閱個人資料: the new one, its code, 儲存變更, 資料更新成功, 確定, and back (T20)", async () => {
    const { page, bodies } = await openSignedIn(site, "/my-account", {
      [send]: sent,
      [save]: [refusal("code-wrong"), { channel: "email", value: "new@mail.test" }],
    });
    await press(page, "修改備用電子郵件信箱/行動電話");
    await page.getByText("目前：old@mail.test").waitFor();
    await page.getByText("目前：0912-345-678").waitFor();
    await expectAccessibleAndNarrow(page);
    await page
      .getByRole("main")
      .getByRole("link", { name: /^電子郵件信箱/ })
      .click();
    await heading(page, "修改電子郵件信箱").waitFor();
    expect(page.url()).toBe(`${site.origin}/my-account/contacts/email`);
    await page.getByText("72 小時內，可以從那封信取消這次變更").waitFor();
    await page.getByLabel("新的電子郵件信箱").fill(" new@mail.test ");
    await press(page, "傳送驗證碼");
    await heading(page, "輸入驗證碼").waitFor();
    await page.getByText("n***@mail.test").waitFor();
    await expectAccessibleAndNarrow(page);
    await press(page, "儲存變更");
    expect(await page.getByRole("alert").textContent()).toContain("請輸入六位數的驗證碼。");
    await page.getByLabel("六位數驗證碼").fill("111111");
    await press(page, "儲存變更");
    await page.getByRole("alert").getByText("驗證碼不對或已經失效").waitFor();
    await page.getByLabel("六位數驗證碼").fill("222222");
    await press(page, "儲存變更");
    await heading(page, "資料更新成功").waitFor();
    await page.getByText("72 小時內，可以從通知信取消變更").waitFor();
    await expectAccessibleAndNarrow(page);
    const [first, second] = bodies(save) as { code: string; attempt: string }[];
    expect(second).toMatchObject({ channel: "email", value: "new@mail.test", code: "222222", language: "zh-TW" });
    expect(first?.attempt).not.toBe(second?.attempt);
    await press(page, "確定");
    await heading(page, "查閱個人資料").waitFor();
    expectNoComplaints(page);
    await page.context().close();
  });

  it("a lost answer is told, and the second press is the same try (T46)", async () => {
    const { page, bodies } = await openSignedIn(site, "/my-account/contacts/email", {
      [send]: sent,
      [save]: { channel: "email", value: "new@mail.test" },
    });
    await routeOnce(page, "**/api/my-account/contacts", (route) => route.abort());
    await page.getByLabel("新的電子郵件信箱").fill("new@mail.test");
    await press(page, "傳送驗證碼");
    const lost = page.waitForRequest((request) => request.url().endsWith("/api/my-account/contacts"));
    await page.getByLabel("六位數驗證碼").fill("222222");
    await press(page, "儲存變更");
    const { attempt } = (await lost).postDataJSON();
    await page.getByRole("alert").getByText("連不上服務").waitFor();
    await press(page, "儲存變更");
    await heading(page, "資料更新成功").waitFor();
    expect(bodies(save)).toEqual([expect.objectContaining({ attempt })]);
    await page.context().close();
  });

  it("a mobile number against the rule is told before anything is sent; one that is there already at its field", async () => {
    const { page, calls } = await openSignedIn(site, "/my-account/contacts/mobile", {
      [send]: [
        refusal("contact-same"),
        refusal("contact-rule", { fields: [{ field: "value", problem: "personal-number" }] }),
        refusal("code-wait", { retryAfter: 42 }),
      ],
    });
    const alert = page.getByRole("alert");
    await press(page, "傳送驗證碼");
    await alert.getByText("請輸入行動電話。").waitFor();
    await page.getByLabel("新的行動電話").fill("02 2345 6789");
    await press(page, "傳送驗證碼");
    await alert.getByText("請輸入 09 開頭的號碼").waitFor();
    expect(calls).toEqual([]);
    await page.getByLabel("新的行動電話").fill("0912-345-678");
    await press(page, "傳送驗證碼");
    await alert.getByRole("link", { name: "這就是您現在用的聯絡方式" }).waitFor();
    await press(page, "傳送驗證碼");
    await alert.getByRole("link", { name: "099 開頭的號碼收不到簡訊" }).waitFor();
    await press(page, "傳送驗證碼");
    await alert.getByText("請等 42 秒後再試。").waitFor();
    await expectAccessibleAndNarrow(page);
    await page.context().close();
  });

  it("where no mail can take it back, none is promised", async () => {
    const { email: _, ...only } = account;
    const { page } = await openSignedIn(site, "/my-account/contacts/email", { "GET /api/my-account": only });
    await heading(page, "修改電子郵件信箱").waitFor();
    await page.getByText("沒有填寫").waitFor();
    expect(await page.getByText("72 小時").count()).toBe(0);
    await page.context().close();
  });
});
