import { describe, expect, it } from "vitest";
import { policies } from "../../functions/contract/policy.ts";
import { rowsBehind } from "../faults/rows.ts";
import { goodPassword, publicPerson, signIn, withAccount } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { grantCookie, grantTo, holder, isSignedIn, keptIn, newPassword, passwordsOf, reset } from "./holder.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const show = (browser: Parameters<typeof reset>[0]) => browser.call("GET /api/reset-password");

describe("重設密碼 (M50)", () => {
  it("shows account and name, and how long there is, then sets the password the person typed", async () => {
    const { browser, accountName, person } = await holder(service);
    const account = `${accountName}@account.test`;
    const passwordRules = policies.seed.passwords.register;
    const shown = { account, accountName, name: person.name };
    const open = { state: "open", ...shown, way: "county", expiresIn: 600, passwordRules };
    expect((await show(browser)).body).toEqual(open);
    const reply = await reset(browser);
    expect([reply.status, reply.body, reply.setCookies]).toEqual([200, { account }, []]);
    expect((await signIn(service.browser(), accountName, goodPassword)).status).toBe(401);
    expect((await signIn(service.browser(), accountName, newPassword)).status).toBe(200);
  });

  it("names the account that is an e-mail address by all of it, as its owner signs in (M20)", async () => {
    const { account, name } = await publicPerson(service);
    const browser = await grantTo(service, account, service.browser(), "code");
    expect((await show(browser)).body).toMatchObject({ account, accountName: account, name });
    const { body } = await reset(browser);
    expect(body).toEqual({ account });
    expect((await signIn(service.browser(), account, newPassword)).status).toBe(200);
  });

  it("a reload shows that it is done, and pressing again changes nothing (REPLAY)", async () => {
    const { browser, accountName, userId } = await holder(service);
    const account = `${accountName}@account.test`;
    await reset(browser);
    const owner = service.browser();
    await signIn(owner, accountName, newPassword);
    expect((await show(browser)).body).toEqual({ state: "done", account, way: "county" });
    const again = await reset(browser, "Somebody-else-1");
    expect([again.status, again.body]).toEqual([200, { account }]);
    expect(await passwordsOf(service, userId, [newPassword, "Somebody-else-1"])).toEqual([newPassword]);
    expect(await isSignedIn(owner)).toBe(true);
  });

  it("frees an account that wrong passwords have locked (T01)", async () => {
    const { browser, accountName } = await holder(service);
    for (let wrong = 0; wrong < 6; wrong += 1) await signIn(service.browser(), accountName, "Wombats-2026-x");
    expect((await signIn(service.browser(), accountName)).status).toBe(401);
    await reset(browser);
    expect((await signIn(service.browser(), accountName, newPassword)).status).toBe(200);
  });

  it.each([
    ["abc12", "too-short"],
    ["onlyletters", "needs-digit"],
    ["password1", "common"],
    ["Kangaroo-2026-x-much-longer", "too-long"],
  ])("a password against the rule is refused before anything changes: %s, %s (M17)", async (password, problem) => {
    const { browser, signedIn, userId } = await holder(service);
    const { status, body } = await reset(browser, password);
    expect([status, body.code]).toEqual([422, "password-rule"]);
    expect(body.fields).toContainEqual({ field: "password", problem });
    expect(await isSignedIn(signedIn)).toBe(true);
    expect(await passwordsOf(service, userId, [goodPassword])).toEqual([goodPassword]);
    expect((await reset(browser)).status).toBe(200);
  });

  it("neither the account nor the person's name may be in the password (ASVS 6.2.11)", async () => {
    const { browser, accountName, person } = await holder(service);
    for (const word of [accountName, person.name]) expect((await reset(browser, `${word}-77x`)).status).toBe(422);
  });
});

describe("no session of before lives (T17, I7)", () => {
  it("every computer is signed out, and who has the new password gets in", async () => {
    const { browser, signedIn, accountName } = await holder(service);
    const other = service.browser();
    await signIn(other, accountName);
    expect(await Promise.all([signedIn, other].map(isSignedIn))).toEqual([true, true]);
    await reset(browser);
    expect(await Promise.all([signedIn, other].map(isSignedIn))).toEqual([false, false]);
    expect((await signedIn.call("GET /api/my-account")).status).toBe(401);
  });
});

describe("whose grant it is (T10, T22)", () => {
  it("no cookie, a made up, cut or changed one: there is no grant, and nothing is reset", async () => {
    const { browser, userId } = await holder(service);
    const cookie = browser.cookies.get(grantCookie) ?? "";
    const changed = `${cookie.slice(0, -6)}${cookie.at(-6) === "A" ? "B" : "A"}${cookie.slice(-5)}`;
    for (const value of [undefined, "x", userId, cookie.slice(0, -1), changed]) {
      const stranger = service.browser();
      if (value !== undefined) stranger.cookies.set(grantCookie, value);
      expect((await show(stranger)).body).toEqual({ state: "none" });
      expect(await reset(stranger)).toMatchObject({ status: 409, body: { code: "reset-grant-missing" } });
    }
    expect(await passwordsOf(service, userId, [goodPassword])).toEqual([goodPassword]);
  });

  it("a grant resets the account it was opened for and no other", async () => {
    const [mine, theirs] = [await holder(service), await holder(service)];
    await reset(mine.browser);
    expect(await isSignedIn(theirs.signedIn)).toBe(true);
    expect(await passwordsOf(service, theirs.userId, [goodPassword, newPassword])).toEqual([goodPassword]);
  });

  it("the cookie of an application is no grant", async () => {
    const { browser } = await withAccount(service);
    browser.cookies.set(grantCookie, browser.cookies.get("__Host-flow") ?? "");
    expect((await reset(browser)).body.code).toBe("reset-grant-missing");
  });

  it("another site cannot press the button, and looking changes nothing", async () => {
    const { browser } = await holder(service);
    const before = await keptIn(rows);
    await show(browser);
    const forged = { headers: { origin: "https://evil.example", "content-type": "application/json" } };
    const reply = await browser.call("POST /api/reset-password", { password: newPassword }, forged);
    expect([reply.status, reply.body.code]).toEqual([403, "wrong-origin"]);
    expect(await keptIn(rows)).toEqual(before);
  });

  it("a grant takes a password and nothing else (T28)", async () => {
    const { browser } = await holder(service);
    for (const body of [{}, { password: [newPassword] }, { password: newPassword, userId: "x" }])
      expect((await browser.call("POST /api/reset-password", body)).status).toBe(400);
  });
});

describe("ten minutes (T11)", () => {
  it("10 min 00 s is good, 10 min 01 s is not, with the row still there", async () => {
    const [first, second] = [await holder(service), await holder(service)];
    service.clock.advanceBy({ minutes: 10 });
    expect((await show(first.browser)).body).toMatchObject({ state: "open", expiresIn: 0 });
    expect((await reset(first.browser)).status).toBe(200);
    service.clock.advanceBy({ seconds: 1 });
    expect((await show(second.browser)).body).toEqual({ state: "none" });
    expect((await reset(second.browser)).body.code).toBe("reset-grant-missing");
    expect(await passwordsOf(service, second.userId, [goodPassword])).toEqual([goodPassword]);
  });
});

describe("24 hours between two changes, but by the code (M51, T19)", () => {
  it("refused at 23:59:59 before anything changes, told how long to wait; done at 24:00:00", async () => {
    const { browser, accountName } = await holder(service, "personal-data");
    expect((await reset(browser)).status).toBe(200);
    const owner = service.browser();
    service.clock.advanceBy({ hours: 23, minutes: 59, seconds: 59 });
    await signIn(owner, accountName, newPassword);
    for (const way of ["county", "personal-data", "default-password"] as const) {
      const again = await grantTo(service, accountName, service.browser(), way);
      const refusal = { status: 429, body: { code: "password-changed-recently", retryAfter: 1 } };
      expect(await show(again)).toMatchObject(refusal);
      expect(await reset(again, "Bandicoot-2026-x")).toMatchObject(refusal);
    }
    expect(await isSignedIn(owner)).toBe(true);
    service.clock.advanceBy({ seconds: 1 });
    const late = await grantTo(service, accountName, service.browser());
    expect((await reset(late, "Bandicoot-2026-x")).status).toBe(200);
  });

  it("the owner's code beats a thief's reset within the 24 hours, and the thief cannot answer it", async () => {
    const { browser: thief, accountName, userId } = await holder(service, "county");
    await reset(thief, "Thieves-2026-x");
    const owner = await grantTo(service, accountName, service.browser(), "code");
    expect((await reset(owner, "Bandicoot-2026-x")).status).toBe(200);
    const again = await grantTo(service, accountName, service.browser(), "county");
    expect((await reset(again, "Thieves-2027-x")).body.code).toBe("password-changed-recently");
    expect(await passwordsOf(service, userId, ["Thieves-2026-x", "Bandicoot-2026-x"])).toEqual(["Bandicoot-2026-x"]);
  });
});
