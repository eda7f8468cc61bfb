import { describe, expect, it } from "vitest";
import { tabTo } from "../../journeys/keyboard.ts";
import { expectAccessibleAndNarrow, expectNoComplaints, heading, startSite } from "../../journeys/site.ts";
import { answer, type Given, signedIn, signedOut } from "../answers.ts";
import { address, getIt, interaction, postIt } from "./interaction.ts";

const site = await startSite();
/** In the place of the application: a page of the site that is not the program. */
const onward = `${site.origin}/local/outbox`;

async function open(answers: Readonly<Record<string, Given>>, language: "zh-TW" | "en" = "zh-TW") {
  const page = await site.open("/privacy", { language });
  const asked = await answer(page, { "GET /api/session": signedIn, ...answers });
  await page.goto(address);
  return { page, asked };
}
const decisions = (asked: readonly { key: string; body: unknown }[]) =>
  asked.filter(({ key }) => key === postIt).map(({ body }) => (body as { decision: string }).decision);

describe("the consent page (M60)", () => {
  it("names the application, its owner and host, the account, and each claim with the reason", async () => {
    const { page } = await open({ [getIt]: interaction("consent") });
    await heading(page, "要把資料給「範例學習平台」嗎？").waitFor();
    const text = await page.getByRole("main").innerText();
    for (const told of ["提供單位：範例教育局", "learn.example.edu.tw", "wang.xm@account.example.edu.tw"])
      expect(text.replaceAll("\n", "")).toContain(told);
    for (const told of ["您的學校", "您在學校的身分，例如學生、教師", "您的年級和班級", "把您排進您的班級。"])
      expect(text).toContain(told);
    expect(text).toContain("應用服務授權清單");
    await expectAccessibleAndNarrow(page);
    expectNoComplaints(page);
    await page.context().close();
  });

  it.each([
    ["同意", "allow"],
    ["不同意", "refuse"],
  ])("%s sends %s with the session's token, and the browser goes where the service says", async (name, decision) => {
    const { page, asked } = await open({ [getIt]: interaction("consent"), [postIt]: { url: onward } });
    await page.getByRole("main").getByRole("button", { name, exact: true }).click();
    await page.waitForURL(onward);
    expect(decisions(asked)).toEqual([decision]);
    expect(asked.find(({ key }) => key === postIt)?.csrfToken).toBe("csrf-1");
    await page.context().close();
  });

  it("by keyboard alone; the two answers are as wide as each other", async () => {
    const { page, asked } = await open({ [getIt]: interaction("consent"), [postIt]: { url: onward } });
    const buttons = page.locator(".actions--pair .button");
    await buttons.first().waitFor();
    const widths = await buttons.evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().width)));
    expect(widths[0]).toBe(widths[1]);
    await tabTo(page, /^同意$/);
    await page.keyboard.press("Enter");
    await page.waitForURL(onward);
    expect(decisions(asked)).toEqual(["allow"]);
    await page.context().close();
  });

  it("an answer that is no address of the web leads nowhere (T23)", async () => {
    const { page, asked } = await open({
      [getIt]: interaction("consent"),
      [postIt]: { url: "javascript:document.title='taken'" },
    });
    await page.getByRole("button", { name: "同意", exact: true }).click();
    await expect.poll(() => decisions(asked)).toEqual(["allow"]);
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await page.title()).not.toBe("taken");
    expect(page.url()).toBe(site.origin + address);
    await page.context().close();
  });

  it("when somebody else signed in meanwhile: the account is shown anew and nothing goes out", async () => {
    let account = "wang.xm@account.example.edu.tw";
    const { page } = await open({
      [getIt]: () => interaction("consent", { account }),
      [postIt]: [403, "wrong-csrf-token"],
    });
    const allow = page.getByRole("button", { name: "同意", exact: true });
    await allow.waitFor();
    account = "lin.mh@account.example.edu.tw";
    await allow.click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("main").innerText()).toMatch(/lin\.mh\s*@account/);
    expect(page.url()).toBe(site.origin + address);
    await page.context().close();
  });

  it("換帳號 signs out and leads back here through 登入", async () => {
    const { page, asked } = await open({ [getIt]: interaction("consent"), "POST /api/sign-out": {} });
    await page.getByRole("button", { name: "換帳號" }).click();
    await heading(page, "登入").waitFor();
    expect(new URL(page.url()).searchParams.get("returnTo")).toBe(address);
    expect(asked.map(({ key }) => key)).toContain("POST /api/sign-out");
    await page.context().close();
  });
});

describe("what an application's request waits for", () => {
  it("nothing: it goes on at once, and the back button does not come here again", async () => {
    const { page, asked } = await open({ [getIt]: interaction("go-on"), [postIt]: { url: onward } });
    await page.waitForURL(onward);
    expect(decisions(asked)).toEqual(["go-on"]);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe("/privacy");
    await page.context().close();
  });

  it("a dead line on the way: the same once more", async () => {
    let tries = 0;
    const { page, asked } = await open({
      [getIt]: interaction("go-on"),
      [postIt]: () => (++tries === 1 ? [503, "try-again-later"] : { url: onward }),
    });
    await page.getByRole("button", { name: "再試一次" }).click();
    await page.waitForURL(onward);
    expect(decisions(asked)).toEqual(["go-on", "go-on"]);
    await page.context().close();
  });

  it.each([
    ["sign-in", signedOut, "登入以後，會回到您要用的應用服務。"],
    ["sign-in", signedIn, "應用服務請您再登入一次，確認是您本人。"],
    ["second-factor", signedIn, "這個應用服務要用雙因子驗證。請再登入一次，接著輸入驗證碼。"],
  ] as const)("%s: 登入 says why and gives the form", async (needs, session, sentence) => {
    const { page } = await open({ "GET /api/session": session, [getIt]: interaction(needs) });
    await heading(page, "登入").waitFor();
    await page.getByText(sentence).waitFor();
    await page.getByLabel("教育雲端帳號", { exact: true }).waitFor();
    expect(new URL(page.url()).searchParams.get("returnTo")).toBe(address);
    await page.context().close();
  });

  it("other roles: who may use it, and back to the application with nothing given", async () => {
    const { page, asked } = await open({
      [getIt]: interaction("not-for-you", { roles: ["teacher", "staff"], scopes: [] }),
      [postIt]: { url: onward },
    });
    await heading(page, "「範例學習平台」只開放給教師、職員").waitFor();
    await expectAccessibleAndNarrow(page);
    await page.getByRole("button", { name: "回到「範例學習平台」" }).click();
    await page.waitForURL(onward);
    expect(decisions(asked)).toEqual(["refuse"]);
    await page.context().close();
  });

  it("a second factor the person has not got: where to get one, and the way back from there", async () => {
    let needs: "bind-second-factor" | "second-factor" = "bind-second-factor";
    const { page } = await open({
      [getIt]: () => interaction(needs),
      "GET /api/my-account/two-factor": { state: "on", recoveryCodesLeft: 10 },
    });
    await heading(page, "「範例學習平台」要用雙因子驗證").waitFor();
    await expectAccessibleAndNarrow(page);
    await page.getByRole("link", { name: "前往雙因子認證綁定" }).click();
    needs = "second-factor";
    await page.getByRole("link", { name: "回到要用的應用服務" }).click();
    await heading(page, "登入").waitFor();
    expect(new URL(page.url()).searchParams.get("why")).toBe("second-factor");
    await page.context().close();
  });

  it.each(["zh-TW", "en"] as const)(
    "in %s: a request that is gone says so, and where to begin again",
    async (language) => {
      const { page } = await open({ [getIt]: [409, "interaction-missing"] }, language);
      await heading(page, language === "en" ? "This sign-in cannot go on" : "這次的登入沒辦法繼續").waitFor();
      const links = page.getByRole("main").getByRole("link");
      expect(await links.evaluateAll((all) => all.map((one) => one.getAttribute("href")))).toEqual([
        "/applications",
        "/contact-us?about=signing-in",
      ]);
      await expectAccessibleAndNarrow(page);
      await page.context().close();
    },
  );

  it("an address that can be no request asks the service nothing", async () => {
    const page = await site.open("/privacy");
    const asked = await answer(page, { "GET /api/session": signedIn });
    await page.goto("/consent/a~b");
    await heading(page, "這次的登入沒辦法繼續").waitFor();
    expect(asked.filter(({ key }) => key.includes("interactions"))).toEqual([]);
    await page.context().close();
  });
});
