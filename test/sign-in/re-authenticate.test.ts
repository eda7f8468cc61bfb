import { describe, expect, it } from "vitest";
import type { Browser } from "../service/browser.ts";
import { bindFactor, withFactor } from "../service/factor.ts";
import { goodPassword, signIn, withAccount } from "../service/people.ts";
import { startService } from "../service/service.ts";

const service = await startService();

/** What asks for a fresh proof: the start of a binding, which nothing else refuses. */
const isFresh = async (browser: Browser) => {
  const { status, body } = await browser.call("POST /api/my-account/two-factor/start");
  if (status !== 200) expect(body.code).toBe("re-authentication-required");
  return status === 200;
};

const again = async (browser: Browser, password = goodPassword, code?: string) => {
  const reply = await browser.call("POST /api/re-authenticate", { password, ...(code === undefined ? {} : { code }) });
  if (reply.status === 200) browser.csrfToken = reply.body.csrfToken;
  return reply;
};

async function signedIn() {
  const { accountName } = await withAccount(service);
  const browser = service.browser();
  await signIn(browser, accountName);
  return { accountName, browser };
}

describe("a change that asks for the password again (T20)", () => {
  it.each([
    [300, true],
    [301, false],
  ])("%i seconds after the sign-in, may be made: %s", async (seconds, may) => {
    const { browser } = await signedIn();
    service.clock.advanceBy({ seconds });
    expect(await isFresh(browser)).toBe(may);
  });

  it("may be made for five minutes after the password was given again, and no longer", async () => {
    const { browser, accountName } = await signedIn();
    service.clock.advanceBy({ minutes: 20 });
    expect(await isFresh(browser)).toBe(false);
    expect(await again(browser)).toMatchObject({ status: 200, body: { accountName } });
    service.clock.advanceBy({ seconds: 300 });
    expect(await isFresh(browser)).toBe(true);
    service.clock.advanceBy({ seconds: 1 });
    expect(await isFresh(browser)).toBe(false);
  });
});

describe("giving the password again (T20, T21)", () => {
  it("gives the session a new cookie; the old one is dead, also for a thief who copied it", async () => {
    const { browser } = await signedIn();
    const thief = browser.copy();
    const { setCookies } = await again(browser);
    expect(setCookies.map((cookie) => cookie.split("=")[0])).toEqual(["__Host-session"]);
    expect(setCookies[0]).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
    expect((await thief.call("GET /api/session")).body).toEqual({ signedIn: false });
    expect((await thief.call("POST /api/my-account/devices/end", { ids: "others" })).body.code).toBe("not-signed-in");
    expect((await browser.call("GET /api/session")).body.signedIn).toBe(true);
  });

  it("makes one new cookie of eight that ask at once, and it works (RACE)", async () => {
    const { browser } = await signedIn();
    const browsers = Array.from({ length: 8 }, () => browser.copy());
    const replies = await Promise.all(browsers.map((one) => again(one)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { status, body } of replies) if (status !== 200) expect(body.code).toBe("not-signed-in");
    const winner = browsers[replies.findIndex(({ status }) => status === 200)]!;
    expect((await winner.call("GET /api/my-account/devices")).body.devices).toHaveLength(1);
  });

  it("needs the page's token of the session, and a session (T22)", async () => {
    const { browser } = await signedIn();
    const forged = browser.copy();
    forged.csrfToken = "forged";
    expect((await again(forged)).body.code).toBe("wrong-csrf-token");
    expect((await again(service.browser())).body.code).toBe("not-signed-in");
  });

  it("writes no sign-in: the records have one", async () => {
    const { browser } = await signedIn();
    await again(browser);
    const { body } = await browser.call("GET /api/my-account/sign-ins/{most}", {}, { pathParameters: { most: "10" } });
    expect(body.records).toHaveLength(1);
  });
});

describe("guessing the password in somebody's session (T01, T03)", () => {
  it("is wrong, and after ten tries at the owner's own device waits, also for the right one", async () => {
    const { browser } = await signedIn();
    for (let wrong = 0; wrong < 10; wrong += 1)
      expect(await again(browser, "wrong-password-1")).toMatchObject({ status: 422, body: { code: "password-wrong" } });
    expect(await again(browser)).toMatchObject({ status: 429, body: { code: "too-many-tries", retryAfter: 30 } });
    service.clock.advanceBy({ seconds: 30 });
    expect((await again(browser)).status).toBe(200);
    expect((await again(browser, "wrong-password-1")).body.code).toBe("password-wrong");
    expect((await again(browser)).status).toBe(200);
  });

  it("without the device's cookie has the account's own five tries, those that sign-in counts too", async () => {
    const { browser, accountName } = await signedIn();
    browser.cookies.delete("__Host-device");
    for (let wrong = 0; wrong < 3; wrong += 1) await again(browser, "wrong-password-1");
    for (let wrong = 0; wrong < 2; wrong += 1) await signIn(service.browser(), accountName, "wrong-password-1");
    expect((await again(browser)).body.code).toBe("too-many-tries");
    expect((await signIn(service.browser(), accountName)).status).toBe(401);
  });

  it("strangers who fail at sign-in do not keep the owner from it (T03)", async () => {
    const { browser, accountName } = await signedIn();
    for (let wrong = 0; wrong < 12; wrong += 1) await signIn(service.browser(), accountName, "wrong-password-1");
    expect((await again(browser)).status).toBe(200);
  });

  it("sends forty at once: no more than ten are looked at (RACE)", async () => {
    const { browser } = await signedIn();
    const replies = await Promise.all(Array.from({ length: 40 }, () => again(browser.copy(), "wrong-password-1")));
    expect(replies.filter(({ body }) => body.code === "password-wrong")).toHaveLength(10);
    expect(replies.filter(({ body }) => body.code === "too-many-tries")).toHaveLength(30);
  });
});

describe("with a second factor (T18, T42)", () => {
  it("the code is asked for after the password, and both make the session fresh", async () => {
    const { browser, shown } = await withFactor(service);
    service.clock.advanceBy({ minutes: 6 });
    expect(await again(browser, "wrong-password-1", shown())).toMatchObject({ body: { code: "password-wrong" } });
    expect(await again(browser)).toMatchObject({ status: 422, body: { code: "two-factor-needed" } });
    expect(await again(browser, goodPassword, "abcdef")).toMatchObject({ body: { code: "two-factor-wrong" } });
    expect((await again(browser, goodPassword, shown())).status).toBe(200);
    expect((await again(browser, goodPassword, shown())).body.code).toBe("two-factor-wrong");
  });

  it("a wrong password uses no code up", async () => {
    const { browser, shown } = await withFactor(service);
    const code = shown();
    await again(browser, "wrong-password-1", code);
    expect((await again(browser, goodPassword, code)).status).toBe(200);
  });

  it("wrong codes come to wait", async () => {
    const { browser, shown } = await withFactor(service);
    for (let wrong = 0; wrong < 5; wrong += 1) await again(browser, goodPassword, "abcdef");
    expect(await again(browser, goodPassword, shown())).toMatchObject({
      status: 429,
      body: { code: "two-factor-wait", retryAfter: 30 },
    });
  });

  it("that was switched on in this session is asked for from then on", async () => {
    const { browser } = await signedIn();
    const { shown } = await bindFactor(service, browser);
    expect((await again(browser)).body.code).toBe("two-factor-needed");
    expect((await again(browser, goodPassword, shown())).status).toBe(200);
  });
});
