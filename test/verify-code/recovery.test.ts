import { describe, expect, it } from "vitest";
import type { Browser } from "../service/browser.ts";
import { goodPassword, signIn, solvedCaptcha, withAccount } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { accountLike, ask, askedBy, check, codeAt, disabled, type Forgetful, other } from "./forgetful.ts";

const service = await startService();

const isOpen = async (browser: Browser) => (await browser.call("GET /api/reset-password")).body.state === "open";

/** Wrong codes, one after the other. */
async function guess(browser: Browser, code: string, times: number) {
  const answers: string[] = [];
  for (let time = 1; time <= times; time += 1)
    answers.push(String((await check(browser, other(code, time))).body.code));
  return new Set(answers);
}

describe("a code gets back in (M45, M55)", () => {
  it("from the account to a new password (M45)", async () => {
    const { accountName, email } = await withAccount(service);
    const { browser, code } = await askedBy(service, { accountName, email });
    const { status, body } = await check(browser, code);
    expect([status, body]).toEqual([200, { verified: true }]);
    expect([...browser.cookies.keys()]).toEqual(["__Host-reset"]);
    const password = "Pademelon-2026-x";
    expect((await browser.call("POST /api/reset-password", { password })).status).toBe(200);
    expect((await signIn(service.browser(), accountName, goodPassword)).status).toBe(401);
    expect((await signIn(service.browser(), accountName, password)).status).toBe(200);
  }, 20_000);

  it("is the same code in the mail and in the SMS, and only to contacts that are proved (C7, M18)", async () => {
    const both = await accountLike(service, { proved: ["email", "mobile"] });
    await askedBy(service, both);
    expect(await codeAt(service, both.mobile)).toBe(await codeAt(service, both.email));
    const one = await accountLike(service, { proved: ["mobile"] });
    await ask(service.browser(), one.accountName);
    expect(await codeAt(service, one.mobile)).toMatch(/^\d{6}$/);
    expect(service.sent(one.email)).toEqual([]);
  });

  it.each(["idle", "frozen"])("opens the way to enable a disabled account: %s (M55)", async (kind) => {
    const account = await accountLike(service, { row: kind === "frozen" ? { ...disabled, frozen: true } : disabled });
    const { browser, code } = await askedBy(service, account, "activate");
    expect((await check(browser, code, "activate")).body).toEqual({ verified: true });
    expect([...browser.cookies.keys()]).toEqual(["__Host-activate"]);
  });

  it("takes the account as it is typed at sign-in: whole address, capitals, full width (M16)", async () => {
    const account = await accountLike(service);
    const typed = ` ${account.accountName.toUpperCase()}@account.test`;
    const browser = service.browser();
    await ask(browser, typed);
    expect((await check(browser, await codeAt(service, account.email))).status).toBe(200);
  });

  it("sends nothing within the request, and tells nothing of the contacts (T04)", async () => {
    const account = await accountLike(service);
    const browser = service.browser();
    const { body } = await ask(browser, account.accountName);
    expect(body).toEqual({ sentTo: [], expiresIn: 600, resendIn: 60 });
    expect(service.sent(account.email)).toEqual([]);
    expect(await codeAt(service, account.email)).toMatch(/^\d{6}$/);
  });

  it("asks nothing of anybody without the right captcha of its own form (T14)", async () => {
    const { accountName } = await accountLike(service);
    const browser = service.browser();
    const captcha = await solvedCaptcha(browser, "activate");
    const asked = { purpose: "reset", accountName, language: "zh-TW" };
    expect((await browser.call("POST /api/verify-code/send", { ...asked, captcha })).body.code).toBe("captcha-wrong");
    expect(browser.cookies.size).toBe(0);
  });

  it("is sent to nobody for who is not eligible", async () => {
    const kinds = [
      [{ row: disabled }, "reset"],
      [{}, "activate"],
      [{ row: { ...disabled, selfEnable: false } }, "activate"],
      [{ proved: [] }, "reset"],
    ] as const;
    for (const [unlike, purpose] of kinds) {
      const account = await accountLike(service, unlike);
      expect((await ask(service.browser(), account.accountName, purpose)).status).toBe(200);
      await service.jobs({ job: "send-messages" });
      expect([service.sent(account.email), service.sent(account.mobile)]).toEqual([[], []]);
    }
  });
});

describe("a wrong, expired, spent or used code gets one answer (T06, T07, T11)", () => {
  it("the sixth try, even when it is right (T06)", async () => {
    const { browser, code } = await askedBy(service, await accountLike(service));
    expect(await guess(browser, code, 5)).toEqual(new Set(["code-wrong"]));
    expect((await check(browser, code)).body.code).toBe("code-wrong");
    expect(await isOpen(browser)).toBe(false);
  });

  it("right at 10 min 00 s, refused at 10 min 01 s, though the browser asked again meanwhile (T11)", async () => {
    for (const [seconds, status] of [
      [0, 200],
      [1, 422],
    ] as const) {
      const account = await accountLike(service);
      const { browser, code } = await askedBy(service, account);
      service.clock.advanceBy({ minutes: 5 });
      expect((await ask(browser, account.accountName)).body.expiresIn).toBe(300);
      service.clock.advanceBy({ minutes: 5, seconds });
      expect((await check(browser, code)).status).toBe(status);
    }
  });

  it("a second press with it; but the same press again gets the same answer and the same grant (T07, S5)", async () => {
    const { browser, code } = await askedBy(service, await accountLike(service));
    const [again, second] = [browser.copy(), browser.copy()];
    const press = "one-press-of-the-button";
    for (const one of [browser, again]) {
      expect((await check(one, code, "reset", press)).body).toEqual({ verified: true });
      expect(await isOpen(one)).toBe(true);
    }
    expect((await check(second, code)).body.code).toBe("code-wrong");
    expect(await isOpen(second)).toBe(false);
  });

  it("a whole request again after the reset opens nothing new: one grant a code (I3)", async () => {
    const { accountName, email } = await withAccount(service);
    const { browser, code } = await askedBy(service, { accountName, email });
    const replayed = browser.copy();
    const press = "one-press-of-the-button";
    await check(browser, code, "reset", press);
    await browser.call("POST /api/reset-password", { password: "Pademelon-2026-x" });
    await check(replayed, code, "reset", press);
    expect((await replayed.call("GET /api/reset-password")).body.state).toBe("done");
    await replayed.call("POST /api/reset-password", { password: "Thylacine-2026-x" });
    expect((await signIn(service.browser(), accountName, "Thylacine-2026-x")).status).toBe(401);
  }, 20_000);

  it("of a decoy, whatever is typed (T04)", async () => {
    const browser = service.browser();
    await ask(browser, `u${service.random(5)}`);
    expect((await check(browser, "000000")).body.code).toBe("code-wrong");
  });
});

describe("a hundred wrong codes in a row turn the code way off (T08)", () => {
  it("over days, however the challenges come, and for that account only", async () => {
    const account = await accountLike(service);
    await guessAt(account, 20);
    service.clock.advanceBy({ days: 30 });
    expect((await ask(service.browser(), account.accountName)).body.code).toBe("code-limit");
    const fresh = await askedBy(service, await accountLike(service));
    expect((await check(fresh.browser, fresh.code)).status).toBe(200);
  }, 30_000);

  it("the right code too, when the hundredth was typed for the other purpose", async () => {
    const account = await accountLike(service);
    await guessAt(account, 19);
    service.clock.advanceBy({ days: 1 });
    const decoy = service.browser();
    await ask(decoy, account.accountName, "activate");
    const { browser, code } = await askedBy(service, account);
    for (let time = 1; time <= 5; time += 1) await check(decoy, other(code, time), "activate");
    expect((await check(browser, code)).body.code).toBe("code-wrong");
    expect(await isOpen(browser)).toBe(false);
  }, 30_000);

  /** Five wrong codes at each, three challenges a day. */
  async function guessAt(account: Forgetful, challenges: number) {
    for (let challenge = 0; challenge < challenges; challenge += 1) {
      service.clock.advanceBy(challenge % 3 === 0 ? { days: 1 } : { minutes: 2 });
      const { browser, code } = await askedBy(service, account);
      expect(await guess(browser, code, 5)).toEqual(new Set(["code-wrong"]));
    }
  }
});
