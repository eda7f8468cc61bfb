import { generateSync } from "otplib";
import { describe, expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import { isSignedIn, userIdOf } from "../reset-password/holder.ts";
import { signInByFactor, withFactor } from "../service/factor.ts";
import { goodPassword, signIn, withAccount } from "../service/people.ts";
import { allRows } from "../service/rows.ts";
import { startService } from "../service/service.ts";

const service = await startService();
const { clock } = service;
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
type Browser = ReturnType<typeof service.browser>;
const said = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];
const unbind = (browser: Browser, code: string, password = goodPassword) =>
  browser.call("POST /api/my-account/two-factor/unbind", { password, code });

async function signedIn() {
  const { accountName, email } = await withAccount(service);
  const browser = service.browser();
  await signIn(browser, accountName);
  return { accountName, email, browser };
}

describe("雙因子認證綁定 (M63)", () => {
  it("shows the seed once, as text and as an address for authenticator apps with service and account in it", async () => {
    const { browser, accountName } = await signedIn();
    const { body } = await browser.call("POST /api/my-account/two-factor/start");
    const uri = new URL(body.uri);
    expect([uri.protocol, uri.host]).toEqual(["otpauth:", "totp"]);
    expect(decodeURIComponent(uri.pathname)).toBe(`/教育雲端帳號:${accountName}@account.test`);
    expect(Object.fromEntries(uri.searchParams)).toEqual({ secret: body.secret, issuer: "教育雲端帳號" });
    expect(body.uri).toMatch(/^[\x21-\x7e]+$/);
    expect((await browser.call("GET /api/my-account/two-factor")).body).toEqual({ state: "none" });
    expect((await allRows(service.prefix)).join()).not.toContain(body.secret);
  });

  it("tells how it stands, and tells the owner that it is on, with the link 不是我", async () => {
    const { browser, email } = await withFactor(service);
    const { body } = await browser.call("GET /api/my-account/two-factor");
    expect(body).toMatchObject({ state: "on", recoveryCodesLeft: 10, boundAt: expect.stringMatching(/^\d{4}-.*Z$/) });
    await service.jobs({ job: "send-messages" });
    const mail = service.sent(email).find(({ subject }) => subject === "您的教育雲端帳號啟用了雙因子驗證");
    expect(mail?.text).toContain("https://account.test/not-me#");
  });

  it("tells it in the language of who did it", async () => {
    const { browser, email, shown } = await withFactor(service);
    const english = { headers: { "accept-language": "en" } };
    const body = { password: goodPassword, code: shown() };
    expect((await browser.call("POST /api/my-account/two-factor/unbind", body, english)).status).toBe(200);
    await service.jobs({ job: "send-messages" });
    expect(service.sent(email).map(({ subject }) => subject)).toContain(
      "Two-factor sign-in is off for your education cloud account",
    );
  });

  it.each([
    "POST /api/my-account/two-factor/start",
    "POST /api/my-account/two-factor/bind",
    "POST /api/my-account/two-factor/enable",
    "POST /api/my-account/two-factor/recovery-codes",
  ] as const)("%s wants a password given in the last five minutes, and a session (T20)", async (route) => {
    const { browser } = await signedIn();
    clock.advanceBy({ seconds: 301 });
    expect(said(await browser.call(route, { code: "123456" }))).toEqual([403, "re-authentication-required"]);
    expect(said(await service.browser().call(route, { code: "123456" }))).toEqual([401, "not-signed-in"]);
  });

  it("says why a code is not taken: wrong, in no state for it, waiting with seconds", async () => {
    const { browser } = await signedIn();
    const bind = (code: string) => browser.call("POST /api/my-account/two-factor/bind", { code });
    expect(said(await bind("123456"))).toEqual([409, "two-factor-state"]);
    await browser.call("POST /api/my-account/two-factor/start");
    for (let count = 0; count < 5; count += 1) expect(said(await bind("abcdef"))).toEqual([422, "two-factor-wrong"]);
    const waiting = await bind("abcdef");
    expect([...said(waiting), waiting.body.retryAfter]).toEqual([429, "two-factor-wait", 30]);
  });

  it("whoever has one binds no second one", async () => {
    const { browser } = await withFactor(service);
    expect(said(await browser.call("POST /api/my-account/two-factor/start"))).toEqual([409, "two-factor-state"]);
  });

  it("gives ten new recovery codes for a code, and the old ones open nothing (T42)", async () => {
    const { browser, accountName, recoveryCodes, shown } = await withFactor(service);
    const renewed = await browser.call("POST /api/my-account/two-factor/recovery-codes", { code: shown() });
    expect(renewed.body.recoveryCodes).toHaveLength(10);
    expect((await signInByFactor(service.browser(), accountName, recoveryCodes[0] ?? "")).status).toBe(422);
    const opened = await signInByFactor(service.browser(), accountName, renewed.body.recoveryCodes[0] ?? "");
    expect(opened.body).toMatchObject({ recoveryCodesLeft: 9 });
  });

  it("tells the owner of a recovery code that was used, and how many are left (I5)", async () => {
    const { accountName, email, recoveryCodes } = await withFactor(service);
    await signInByFactor(service.browser(), accountName, recoveryCodes[3] ?? "");
    await service.jobs({ job: "send-messages" });
    const mail = service.sent(email).find(({ subject }) => subject === "有人用備援碼通過了雙因子驗證");
    expect(mail?.text).toContain("還剩 9 組");
    expect(mail?.text).not.toContain(recoveryCodes[3]);
  });
});

describe("解除雙因子綁定 (M63, T42)", () => {
  it("by password and code: off, every other session over, the owner told", async () => {
    const { browser, accountName, email, shown } = await withFactor(service);
    const other = service.browser();
    await signInByFactor(other, accountName, shown());
    clock.advanceBy({ seconds: 60 });
    expect(await isSignedIn(other)).toBe(true);
    expect((await unbind(browser, shown())).status).toBe(200);
    expect([await isSignedIn(other), await isSignedIn(browser)]).toEqual([false, true]);
    expect((await browser.call("GET /api/my-account/two-factor")).body).toEqual({ state: "none" });
    expect((await browser.call("GET /api/my-account")).body.secondFactor).toBe(false);
    expect((await signIn(service.browser(), accountName)).body).toMatchObject({ next: "signed-in" });
    await service.jobs({ job: "send-messages" });
    expect(service.sent(email).map(({ subject }) => subject)).toContain("您的教育雲端帳號解除了雙因子綁定");
  });

  it("by a recovery code when the phone is lost", async () => {
    const { browser, recoveryCodes } = await withFactor(service);
    expect((await unbind(browser, recoveryCodes[9] ?? "")).status).toBe(200);
    expect((await browser.call("GET /api/my-account/two-factor")).body).toEqual({ state: "none" });
  });

  it.each([
    ["the password", "Wombats-2026-x", "right", "password-wrong"],
    ["the code", goodPassword, "wrong", "two-factor-wrong"],
  ])("is refused when %s is wrong: everything stays, every session lives", async (_, password, code, problem) => {
    const { browser, accountName, shown } = await withFactor(service);
    const other = service.browser();
    await signInByFactor(other, accountName, shown());
    clock.advanceBy({ seconds: 60 });
    expect(said(await unbind(browser, code === "right" ? shown() : "000000x", password))).toEqual([422, problem]);
    expect(await isSignedIn(other)).toBe(true);
    expect((await browser.call("GET /api/my-account/two-factor")).body.state).toBe("on");
  });

  it("a thief in the session guesses the password no faster than at sign-in (T01)", async () => {
    const { browser, accountName, shown } = await withFactor(service);
    browser.cookies.delete("__Host-device");
    const answers: unknown[] = [];
    for (let count = 0; count < 6; count += 1)
      answers.push((await unbind(browser, shown(), "Wombats-2026-x")).body.code);
    expect(answers).toEqual([...Array.from({ length: 5 }, () => "password-wrong"), "too-many-tries"]);
    expect((await unbind(browser, shown())).body.code).toBe("too-many-tries");
    const userId = await userIdOf(service, accountName);
    expect((await rows.all("factors")).find((row) => row.userId === userId)?.state).toBe("ON");
  });

  it("of one that is only bound works too, and of none is no state for it", async () => {
    const { browser } = await signedIn();
    expect(said(await unbind(browser, "123456"))).toEqual([409, "two-factor-state"]);
    const { secret } = (await browser.call("POST /api/my-account/two-factor/start")).body;
    const shown = () => generateSync({ secret, epoch: Math.floor(clock.now() / 1_000) });
    await browser.call("POST /api/my-account/two-factor/bind", { code: shown() });
    clock.advanceBy({ seconds: 30 });
    expect((await unbind(browser, shown())).status).toBe(200);
    expect((await browser.call("GET /api/my-account/two-factor")).body).toEqual({ state: "none" });
  });

  it("eight at once with one code: one takes it away (RACE)", async () => {
    const { browser, accountName, shown } = await withFactor(service);
    const userId = await userIdOf(service, accountName);
    const code = shown();
    const all = await Promise.all(Array.from({ length: 8 }, () => unbind(browser, code)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    const records = (await rows.all("audit")).filter(({ subject }) => subject === userId);
    expect(records.filter(({ event }) => event === "second-factor.unbound")).toHaveLength(1);
  });
});

describe("new recovery codes (I5)", () => {
  it("are told to the owner", async () => {
    const { email, accountName, shown } = await withFactor(service);
    const browser = service.browser();
    await signInByFactor(browser, accountName, shown());
    await service.jobs({ job: "send-messages" });
    const before = service.sent(email).length;
    service.clock.advanceBy({ seconds: 60 });
    const { status } = await browser.call("POST /api/my-account/two-factor/recovery-codes", { code: shown() });
    await service.jobs({ job: "send-messages" });
    expect([status, service.sent(email).length - before]).toEqual([200, 1]);
  });
});
