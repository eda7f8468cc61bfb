import { describe, expect, it } from "vitest";
import { routes } from "../../functions/contract/routes.ts";
import { rowsBehind } from "../faults/rows.ts";
import { newPassword } from "../reset-password/holder.ts";
import type { Browser } from "../service/browser.ts";
import { signInByFactor, withFactor } from "../service/factor.ts";
import { goodPassword } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { auditOf, contactsOf, owner, signedIn } from "./owner.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);

/** The row of the session that a browser is in. */
async function sessionOf(browser: Browser) {
  const [, key] = browser.cookies.get("__Host-session")!.split(".");
  return (await rows.all("sessions")).find(({ sessionKey }) => sessionKey === key);
}

describe("a session whose proof is old, in the hands of who knows the password but not the second factor (T18, T20)", () => {
  it("does not become fresh by changing the password", async () => {
    const { accountName, email, shown } = await withFactor(service);
    const browser = service.browser();
    expect((await signInByFactor(browser, accountName, shown())).status).toBe(200);
    service.clock.advanceBy({ minutes: 6 });
    const evil = `thief${service.random(5)}@evil.test`;
    const ask = () =>
      browser.call("POST /api/my-account/contacts/code", { channel: "email", value: evil, language: "zh-TW" });
    expect((await ask()).body.code).toBe("re-authentication-required");
    expect((await browser.call("POST /api/re-authenticate", { password: goodPassword })).body.code).toBe(
      "two-factor-needed",
    );
    const change = { current: goodPassword, password: newPassword };
    expect((await browser.call("POST /api/my-account/password", change)).body.code).toBe("re-authentication-required");
    expect((await ask()).body.code).toBe("re-authentication-required");
    expect((await contactsOf(browser)).email?.value).toBe(email);
  });
});

describe("what an application is told after the password alone was changed (T18, ASVS 6.8.4)", () => {
  it("is not that two factors were given just now", async () => {
    const { accountName, shown } = await withFactor(service);
    const browser = service.browser();
    await signInByFactor(browser, accountName, shown());
    service.clock.advanceBy({ minutes: 20 });
    const changed = await browser.call("POST /api/my-account/password", {
      current: goodPassword,
      password: newPassword,
    });
    const row = await sessionOf(browser);
    const isNow = row?.authenticatedAt === service.clock.now();
    expect({ code: changed.body.code, methods: row?.methods, isNow }).toEqual({
      code: "re-authentication-required",
      methods: ["pwd", "otp"],
      isNow: false,
    });
  });

  it("is what the fresh proof said, at its time, when the password is changed within it", async () => {
    const { accountName, shown } = await withFactor(service);
    const browser = service.browser();
    await signInByFactor(browser, accountName, shown());
    const provedAt = service.clock.now();
    service.clock.advanceBy({ minutes: 4 });
    const change = { current: goodPassword, password: newPassword };
    expect((await browser.call("POST /api/my-account/password", change)).status).toBe(200);
    const row = await sessionOf(browser);
    expect([row?.methods, row?.authenticatedAt]).toEqual([["pwd", "otp"], provedAt]);
  });
});

describe("a stolen session without the password (T20, ASVS 7.5.1, 7.5.2)", () => {
  it("does not download everything: the ID number, the contacts and where the person was", async () => {
    const { browser } = await owner(service);
    const thief = browser.copy();
    service.clock.advanceBy({ minutes: 20 });
    expect((await thief.call("POST /api/my-account/data")).body.code).toBe("re-authentication-required");
  });

  it("does not sign the owner out elsewhere", async () => {
    const { browser, accountName } = await owner(service);
    const thief = browser.copy();
    service.clock.advanceBy({ minutes: 20 });
    const own = await signedIn(service, accountName);
    await thief.call("POST /api/my-account/devices/end", { ids: "others" });
    expect((await own.call("GET /api/session")).body.signedIn).toBe(true);
  });
});

describe("a GET (T22)", () => {
  it("gives nobody their data: that leaves a record, so it is a POST with the page's token", async () => {
    const { browser, userId } = await owner(service);
    const before = (await auditOf(rows, userId)).length;
    const answer = (await browser.call("POST /api/my-account/data")).status;
    expect([answer, (await auditOf(rows, userId)).length - before]).toEqual([200, 1]);
    const thief = browser.copy();
    thief.csrfToken = undefined;
    expect((await thief.call("POST /api/my-account/data")).body.code).toBe("wrong-csrf-token");
    expect((await auditOf(rows, userId)).length - before).toBe(1);
    expect(Object.keys(routes)).not.toContain("GET /api/my-account/data");
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
    const row = await sessionOf(browser);
    expect([row?.methods, row?.authenticatedAt === service.clock.now()]).toEqual([["pwd"], true]);
  });
});
