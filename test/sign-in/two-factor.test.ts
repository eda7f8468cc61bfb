import { describe, expect, it } from "vitest";
import { grantTo, isSignedIn, reset } from "../reset-password/holder.ts";
import type { Browser } from "../service/browser.ts";
import { signInByFactor, withFactor } from "../service/factor.ts";
import { goodPassword, signIn } from "../service/people.ts";
import { startService } from "../service/service.ts";

const service = await startService();

const second = (browser: Browser, code: string) => browser.call("POST /api/sign-in/two-factor", { code });

/** A browser whose password was right, and what the person has. */
async function halfWay() {
  const person = await withFactor(service);
  const browser = service.browser();
  const { body } = await signIn(browser, person.accountName);
  expect(body).toEqual({ next: "two-factor" });
  return { ...person, browser };
}

describe("a sign-in with a second factor (M63, T18)", () => {
  it("opens nothing by the password: no session, no token, no device, only the step's cookie", async () => {
    const { accountName } = await withFactor(service);
    const browser = service.browser();
    const { body, setCookies } = await signIn(browser, accountName);
    expect(body).toEqual({ next: "two-factor" });
    expect(setCookies.map((cookie) => cookie.split("=")[0])).toEqual(["__Host-step"]);
    expect(setCookies[0]).toMatch(/; Path=\/; Secure; HttpOnly; SameSite=Lax$/);
    expect(await isSignedIn(browser)).toBe(false);
  });

  it("is done by the code, and the step's cookie goes", async () => {
    const { browser, accountName, shown } = await halfWay();
    const { status, body, setCookies } = await second(browser, shown());
    expect([status, body.accountName, "recoveryCodesLeft" in body]).toEqual([200, accountName, false]);
    expect(setCookies.map((cookie) => cookie.split("=")[0])).toEqual([
      "__Host-session",
      "__Host-device",
      "__Host-step",
    ]);
    expect(browser.cookies.has("__Host-step")).toBe(false);
    browser.csrfToken = body.csrfToken;
    expect((await browser.call("GET /api/my-account")).body.secondFactor).toBe(true);
    const [record] = (await browser.call("GET /api/my-account/sign-ins/{most}", {}, ten)).body.records;
    expect(record).toMatchObject({ method: "password", secondFactor: true });
  });

  it("is open for a wrong code to be typed again, for five of them, then waits", async () => {
    const { browser, shown } = await halfWay();
    for (let wrong = 0; wrong < 5; wrong += 1)
      expect(await second(browser, "abcdef")).toMatchObject({ status: 422, body: { code: "two-factor-wrong" } });
    const waiting = await second(browser, shown());
    expect(waiting).toMatchObject({ status: 429, body: { code: "two-factor-wait", retryAfter: 30 } });
    expect(waiting.headers["retry-after"]).toBe("30");
    service.clock.advanceBy({ seconds: 30 });
    expect((await second(browser, shown())).status).toBe(200);
  });

  it("waits five minutes for its code, to the second", async () => {
    for (const [seconds, status] of [
      [300, 200],
      [301, 409],
    ] as const) {
      const { browser, shown } = await halfWay();
      service.clock.advanceBy({ seconds });
      expect((await second(browser, shown())).status).toBe(status);
    }
  });

  it("takes a recovery code once, and says how many are left", async () => {
    const { accountName, recoveryCodes } = await withFactor(service);
    const [code = ""] = recoveryCodes;
    const first = await signInByFactor(service.browser(), accountName, code);
    expect(first).toMatchObject({ status: 200, body: { recoveryCodesLeft: 9 } });
    expect((await signInByFactor(service.browser(), accountName, code)).body.code).toBe("two-factor-wrong");
  });

  it.each([
    ["no cookie", () => undefined],
    ["made up", () => "made-up"],
    ["changed", (cookie: string) => `${cookie.slice(0, -4)}AAAA`],
  ])("is nobody's by a step's cookie that is %s", async (_, change) => {
    const { browser, shown } = await halfWay();
    const cookie = change(browser.cookies.get("__Host-step") ?? "");
    if (cookie === undefined) browser.cookies.delete("__Host-step");
    else browser.cookies.set("__Host-step", cookie);
    expect(await second(browser, shown())).toMatchObject({ status: 409, body: { code: "two-factor-missing" } });
  });

  it("one code, eight times at once from one step: one session (T42, RACE)", async () => {
    const { browser, shown, accountName } = await halfWay();
    const code = shown();
    const replies = await Promise.all(Array.from({ length: 8 }, () => second(browser.copy(), code)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(await devicesOf(accountName, shown)).toHaveLength(3);
  });

  it("one code, eight times at once from eight browsers: one of them is signed in (T42, RACE)", async () => {
    const { accountName, shown } = await withFactor(service);
    const browsers = Array.from({ length: 8 }, () => service.browser());
    for (const browser of browsers) {
      await signIn(browser, accountName);
    }
    const code = shown();
    const replies = await Promise.all(browsers.map((browser) => second(browser, code)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await Promise.all(browsers.map(isSignedIn))).filter(Boolean)).toHaveLength(1);
  });

  it("one step opens one session, also by two codes that are both right (T42)", async () => {
    const { browser, shown, recoveryCodes } = await halfWay();
    const thief = browser.copy();
    expect((await second(browser, shown())).status).toBe(200);
    expect(await second(thief, recoveryCodes[0] ?? "")).toMatchObject({ body: { code: "two-factor-missing" } });
  });

  const ten = { pathParameters: { most: "10" } };
  async function devicesOf(accountName: string, shown: (seconds?: number) => string) {
    service.clock.advanceBy({ seconds: 60 });
    const browser = service.browser();
    await signInByFactor(browser, accountName, shown());
    return (await browser.call("GET /api/my-account/devices")).body.devices;
  }
});

describe("between the two factors (T17, T18)", () => {
  it("a reset ends the step, and the next sign-in asks for the factor again: it is never taken off", async () => {
    const { browser, accountName, shown } = await halfWay();
    expect((await reset(await grantTo(service, accountName, service.browser()), "Wombats-2026-x")).status).toBe(200);
    expect(await second(browser, shown())).toMatchObject({ status: 401, body: { code: "sign-in-failed" } });
    expect((await signIn(service.browser(), accountName, "Wombats-2026-x")).body).toEqual({ next: "two-factor" });
  });

  it("somebody who signed in already and ends the factor ends the step", async () => {
    const { accountName, shown, ...person } = await withFactor(service);
    const browser = service.browser();
    await signIn(browser, accountName);
    const unbound = await person.browser.call("POST /api/my-account/two-factor/unbind", {
      password: goodPassword,
      code: shown(),
    });
    expect(unbound.status).toBe(200);
    service.clock.advanceBy({ seconds: 30 });
    expect(await second(browser, shown())).toMatchObject({ body: { code: "two-factor-missing" } });
    expect((await signIn(service.browser(), accountName)).body.next).toBe("signed-in");
  });

  it("the tries stay taken: who knows the password and has no code comes to wait (T01)", async () => {
    const { accountName, shown } = await withFactor(service);
    for (let time = 0; time < 5; time += 1)
      expect((await signIn(service.browser(), accountName)).body.next).toBe("two-factor");
    expect((await signIn(service.browser(), accountName)).status).toBe(401);
    service.clock.advanceBy({ seconds: 31 });
    expect((await signInByFactor(service.browser(), accountName, shown())).status).toBe(200);
    expect((await signIn(service.browser(), accountName)).body.next).toBe("two-factor");
  });

  it("the step's cookie holds nothing in clear and opens nothing else (I4)", async () => {
    const { browser, accountName } = await halfWay();
    const step = browser.cookies.get("__Host-step") ?? "";
    expect(Buffer.from(step, "base64url").toString("latin1")).not.toContain(accountName);
    for (const name of ["__Host-session", "__Host-reset", "__Host-device"]) browser.cookies.set(name, step);
    expect(await isSignedIn(browser)).toBe(false);
    expect((await browser.call("GET /api/reset-password")).body).toMatchObject({ state: "none" });
  });
});

describe("who knows the password and keeps typing wrong codes (T03, T42)", () => {
  it("does not keep the owner out of a known device", async () => {
    const { accountName, browser: own, shown } = await withFactor(service);
    const thief = service.browser();
    for (let count = 0; count < 14; count += 1) {
      await signIn(thief, accountName);
      await thief.call("POST /api/sign-in/two-factor", { code: "000000" });
      service.clock.advanceBy({ minutes: 15, seconds: 0 });
    }
    await signIn(thief, accountName);
    const last = await thief.call("POST /api/sign-in/two-factor", { code: "000000" });
    const fresh = service.browser();
    for (const [name, value] of own.cookies) if (name.includes("device")) fresh.cookies.set(name, value);
    const { status, body } = await signInByFactor(fresh, accountName, shown());
    expect([last.status, status, body.code, body.retryAfter]).toEqual([422, 200, undefined, undefined]);
  });
});
