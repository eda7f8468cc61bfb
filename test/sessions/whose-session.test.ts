import { describe, expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import { auditOf, owner, signedIn } from "../my-account/owner.ts";
import { bindFactor } from "../service/factor.ts";
import { goodPassword, signIn, solvedCaptcha } from "../service/people.ts";
import { startService } from "../service/service.ts";

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

describe("switching the second factor on (ASVS 7.4.3)", () => {
  it("ends the other sessions, which gave none", async () => {
    const { accountName } = await owner(service);
    const thief = await signedIn(service, accountName);
    const own = service.browser();
    await signIn(own, accountName);
    await bindFactor(service, own);
    expect((await thief.call("GET /api/session")).body.signedIn).toBe(false);
  });
});

describe("signing out with a cookie that was given a new secret meanwhile (ASVS 7.4.1)", () => {
  it("ends the session all the same", async () => {
    const { browser } = await owner(service);
    const thief = browser.copy();
    const again = await thief.call("POST /api/re-authenticate", { password: goodPassword });
    thief.csrfToken = again.body.csrfToken;
    const out = await browser.call("POST /api/sign-out");
    const lives = (await thief.call("GET /api/session")).body.signedIn;
    expect({ status: out.status, lives }).toEqual({ status: 200, lives: false });
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
