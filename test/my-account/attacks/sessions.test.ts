import { describe, expect, it } from "vitest";
import { unbindFactor } from "../../../functions/my-account/two-factor/unbind-factor.ts";
import { rowsBehind } from "../../faults/rows.ts";
import { signInByFactor, withFactor } from "../../service/factor.ts";
import { goodPassword, signIn, solvedCaptcha } from "../../service/people.ts";
import { startService } from "../../service/service.ts";
import { auditOf, owner } from "../owner.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);

describe("signing in over a session whose secret the browser does not know (T21)", () => {
  it("does not take the place of the owner's session without a trace", async () => {
    const { browser, accountName, userId } = await owner(service);
    const [device] = (await browser.call("GET /api/my-account/devices")).body.devices;
    const thief = service.browser();
    thief.cookies.set("__Host-session", `${userId}.${device!.id}.${"A".repeat(43)}`);
    await signIn(thief, accountName);
    const lives = (await browser.call("GET /api/session")).body.signedIn;
    const ended = (await auditOf(rows, userId)).filter(({ event }) => event === "session.ended").length;
    const list = (await thief.call("GET /api/my-account/devices")).body.devices.length;
    expect({ lives, list, ended }).toEqual({ lives: true, list: 2, ended: 0 });
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

describe("a second factor taken off while the answer of ending the others breaks off", () => {
  it("stays until they have ended, and takes the owner's second press", async () => {
    let [off, ended] = [false, 0];
    const unbind = unbindFactor({
      accounts: { reserveTry: async () => ({ outcome: "reserved", wait: 0 }), giveBack: async () => undefined },
      credentials: { check: async () => true },
      devices: { read: async () => [] },
      factors: {
        unbind: async (_user: string, _code: string, { before }: { before: () => Promise<void> }) => {
          if (off) return { outcome: "off" };
          await before();
          off = true;
          return { outcome: "right" };
        },
      },
      sessions: {
        list: async () => [{ sessionKey: "other", startedAt: 0, lastSeenAt: 0, address: "", browser: "" }],
        endThese: async () => {
          ended += 1;
          if (ended === 1) throw Object.assign(new Error("x"), { name: "TransactionConflictException" });
          return 1;
        },
        rotate: async () => undefined,
      },
      metrics: { count: () => undefined },
    } as never);
    const request = {
      session: { userId: "u", sessionKey: "own" },
      body: { password: "p", code: "1" },
      cookies: {},
      language: "zh-TW",
    };
    const press = () =>
      unbind(request as never).then(
        () => "done",
        (error) => error.code ?? error.name,
      );
    expect([await press(), off, await press(), off, ended]).toEqual([
      "TransactionConflictException",
      false,
      "done",
      true,
      2,
    ]);
  });
});

describe("a browser's name in the records (T23)", () => {
  it("holds no characters that turn text around", async () => {
    const { accountName } = await owner(service);
    service.clock.advanceBy({ seconds: 5 });
    const browser = service.browser();
    const body = { accountName, password: goodPassword, captcha: await solvedCaptcha(browser, "sign-in") };
    const reply = await browser.call("POST /api/sign-in", body, {
      headers: { "user-agent": "Chrome\u202e\u2066 emorhC\u0007" },
    });
    browser.csrfToken = (reply.body as { csrfToken: string }).csrfToken;
    const { records } = (
      await browser.call("GET /api/my-account/sign-ins/{most}", undefined, { pathParameters: { most: "10" } })
    ).body;
    expect(records[0]?.browser).not.toMatch(/[\u202a-\u202e\u2066-\u2069\p{Cc}]/u);
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

describe("a session after its second factor was taken off (T18, ASVS 6.8.4)", () => {
  it("does not claim a code that nobody gave when only the password is given again", async () => {
    const { accountName, shown } = await withFactor(service);
    const browser = service.browser();
    await signInByFactor(browser, accountName, shown());
    service.clock.advanceBy({ seconds: 60 });
    const off = await browser.call("POST /api/my-account/two-factor/unbind", { password: goodPassword, code: shown() });
    expect(off.status).toBe(200);
    if (off.body.csrfToken !== undefined) browser.csrfToken = off.body.csrfToken;
    service.clock.advanceBy({ minutes: 20 });
    const again = await browser.call("POST /api/re-authenticate", { password: goodPassword });
    expect(again.status).toBe(200);
    const [, key] = browser.cookies.get("__Host-session")!.split(".");
    const row = (await rows.all("sessions")).find(({ sessionKey }) => sessionKey === key);
    expect([row?.methods, row?.authenticatedAt === service.clock.now()]).toEqual([["pwd"], true]);
  });
});
