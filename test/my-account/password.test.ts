import { describe, expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import { accountIn, isSignedIn, newPassword, passwordsOf } from "../reset-password/holder.ts";
import type { Browser } from "../service/browser.ts";
import { goodPassword, signIn } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { auditOf, owner, ownerOfTwoContacts, signedIn } from "./owner.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);

async function change(browser: Browser, password = newPassword, current = goodPassword) {
  const reply = await browser.call("POST /api/my-account/password", { current, password });
  if (reply.body.csrfToken !== undefined) browser.csrfToken = reply.body.csrfToken;
  return reply;
}

describe("changing the password while signed in (T17)", () => {
  it("every other session ends, this one goes on under a new secret, the old cookie is dead", async () => {
    const { browser, accountName, userId } = await owner(service);
    const elsewhere = await signedIn(service, accountName);
    const before = browser.copy();
    const { status, body } = await change(browser);
    expect([status, Object.keys(body)]).toEqual([200, ["csrfToken"]]);
    expect([await isSignedIn(browser), await isSignedIn(elsewhere), await isSignedIn(before)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(await passwordsOf(service, userId, [goodPassword, newPassword])).toEqual([newPassword]);
    expect((await browser.call("GET /api/my-account")).status).toBe(200);
    expect((await change(browser, "Numbat-2026-yz", newPassword)).status).toBe(200);
    const { holdUntil, heldBy, wrong } = await accountIn(rows, userId);
    expect([holdUntil, heldBy, wrong]).toEqual([undefined, undefined, 0]);
  });

  it("five minutes after the sign-in after a fresh proof only (T20); no lock of 24 hours after it (M51)", async () => {
    const { browser, accountName, userId } = await owner(service);
    service.clock.advanceBy({ minutes: 20 });
    expect((await change(browser)).body.code).toBe("re-authentication-required");
    const proved = await browser.call("POST /api/re-authenticate", { password: goodPassword });
    browser.csrfToken = proved.body.csrfToken;
    expect((await change(browser)).status).toBe(200);
    expect((await accountIn(rows, userId)).lockedUntil).toBeUndefined();
    expect((await signIn(service.browser(), accountName, newPassword)).status).toBe(200);
  });

  it("tells every known contact, proved or not, once, with a 不是我 link; one audit record without anything personal (I5)", async () => {
    const { browser, email, mobile, userId, accountName, person } = await ownerOfTwoContacts(service);
    const before = [service.sent(email).length, service.sent(mobile.sms).length];
    await change(browser);
    service.clock.advanceBy({ minutes: 5 });
    await service.jobs({ job: "send-messages" });
    expect([service.sent(email).length, service.sent(mobile.sms).length]).toEqual(before.map((count) => count + 1));
    expect(service.sent(email)[0]?.text).toMatch(/https:\/\/account\.test\/not-me#\S+/);
    expect(service.sent(email)[0]?.text).toContain(`${accountName}@account.test`);
    const audit = (await auditOf(rows, userId)).filter(({ event }) => event === "password.changed");
    expect(audit).toHaveLength(1);
    for (const personal of [email, person.name, accountName]) expect(JSON.stringify(audit)).not.toContain(personal);
  });

  it("applications are told of the sign-outs, in the same transaction", async () => {
    const { browser, userId } = await owner(service);
    await change(browser);
    const asked = (await rows.all("logouts")).filter((row) => row.userId === userId && row.kind === "ask");
    expect(asked).toHaveLength(1);
  });

  it.each([
    ["kangaroos", "needs-digit"],
    ["abC-1", "too-short"],
    ["Wallaby-2026-x-much-longer", "too-long"],
  ])("%s is refused before anything changes: %s (M17)", async (password, problem) => {
    const { browser, userId } = await owner(service);
    const { status, body } = await change(browser, password);
    expect([status, body.code]).toEqual([422, "password-rule"]);
    expect(body.fields).toContainEqual({ field: "password", problem });
    expect(await isSignedIn(browser)).toBe(true);
    expect(await passwordsOf(service, userId, [goodPassword])).toEqual([goodPassword]);
  });

  it("not one of the last three, and not the present one (附表十)", async () => {
    const { browser } = await owner(service);
    const recent = { code: "password-rule", fields: [{ field: "password", problem: "recent" }] };
    expect((await change(browser, goodPassword)).body).toMatchObject(recent);
    expect((await change(browser, "Numbat-2026-ya")).status).toBe(200);
    expect((await change(browser, goodPassword, "Numbat-2026-ya")).body).toMatchObject(recent);
    expect((await change(browser, "Numbat-2026-yb", "Numbat-2026-ya")).status).toBe(200);
    expect((await change(browser, "Numbat-2026-yc", "Numbat-2026-yb")).status).toBe(200);
    expect((await change(browser, goodPassword, "Numbat-2026-yc")).status).toBe(200);
  });

  it("a present one from before passwords were noted is refused too", async () => {
    const { browser, userId } = await owner(service);
    const { passwords: _noted, ...account } = await accountIn(rows, userId);
    await rows.put("accounts", account);
    expect((await change(browser, goodPassword)).body.fields).toEqual([{ field: "password", problem: "recent" }]);
  });
});

describe("guessing the present password with a stolen session (T01)", () => {
  it("wrong ones count on sign-in's ladder: five, then a wait in which the right one is not tried either", async () => {
    const { browser, userId } = await owner(service);
    const thief = browser.copy();
    thief.cookies.delete("__Host-device");
    for (let tries = 0; tries < 5; tries += 1)
      expect((await change(thief, newPassword, `Wrong-${tries}-guess`)).body.code).toBe("password-wrong");
    const wait = await change(thief);
    expect([wait.status, wait.body.code, wait.body.retryAfter]).toEqual([429, "too-many-tries", 30]);
    expect(await passwordsOf(service, userId, [goodPassword, newPassword])).toEqual([goodPassword]);
    service.clock.advanceBy({ seconds: 31 });
    expect((await change(thief)).status).toBe(200);
  });

  it("a wrong one says nothing of the new one: not whether it was used before, not whether it is common", async () => {
    const { browser } = await owner(service);
    const words = [goodPassword, "password", "x"].map((password) => change(browser, password, "Wrong-one-2026"));
    for (const { body } of await Promise.all(words))
      expect([body.code, body.fields]).toEqual(["password-wrong", undefined]);
  });

  it("fifty tries at once evaluate five (RACE)", async () => {
    const { browser } = await owner(service);
    browser.cookies.delete("__Host-device");
    const replies = await Promise.all(
      Array.from({ length: 50 }, (_, index) => change(browser.copy(), newPassword, `Wrong-${index}-guess`)),
    );
    expect(replies.filter(({ body }) => body.code === "password-wrong")).toHaveLength(5);
    expect(replies.filter(({ body }) => body.code === "too-many-tries")).toHaveLength(45);
  });
});

describe("two changes at once (RACE)", () => {
  it("one wins: one password, one notice, one record, and one session of them", async () => {
    const { browser, email, userId, accountName } = await owner(service);
    const browsers = [browser, await signedIn(service, accountName), await signedIn(service, accountName)];
    const before = service.sent(email).length;
    const passwords = browsers.map((_, index) => `Numbat-2026-z${index}`);
    const replies = await Promise.all(browsers.map((each, index) => change(each, passwords[index])));
    const won = replies.flatMap(({ status }, index) => (status === 200 ? [index] : []));
    expect(won).toHaveLength(1);
    for (const { status, body } of replies.filter((reply) => reply.status !== 200))
      expect([401, 422], body.code).toContain(status);
    expect(await passwordsOf(service, userId, passwords)).toEqual([passwords[won[0] ?? -1]]);
    const live = await Promise.all(browsers.map(isSignedIn));
    expect(live.flatMap((alive, index) => (alive ? [index] : []))).toEqual(won);
    expect(service.sent(email)).toHaveLength(before + 1);
    expect((await auditOf(rows, userId)).filter(({ event }) => event === "password.changed")).toHaveLength(1);
  });
});
