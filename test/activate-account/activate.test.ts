import { describe, expect, it } from "vitest";
import { policies } from "../../functions/contract/policy.ts";
import { rowsBehind } from "../faults/rows.ts";
import {
  accountIn,
  activationCookie,
  changeAccount,
  grantCookie,
  grantTo,
  keptIn,
  newPassword,
  passwordsOf,
  reset,
} from "../reset-password/holder.ts";
import { sendPersonalData } from "../reset-password/personal-data.ts";
import { goodPassword, publicPerson, signIn } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { activate, activePassword, disable, disabledHolder, showActivation } from "./disabled.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const holder = (...more: [("code" | "personal-data")?, Record<string, unknown>?]) =>
  disabledHolder(service, rows, ...more);
const missing = { status: 409, body: { code: "reset-grant-missing" } };

describe("啟用帳號 (M55)", () => {
  it("shows account and name, then sets the password and enables the account", async () => {
    const { browser, accountName, person } = await holder();
    const account = `${accountName}@account.test`;
    const passwordRules = policies.seed.passwords.activate;
    const open = { state: "open", account, accountName, name: person.name, expiresIn: 600, passwordRules };
    expect((await showActivation(browser)).body).toEqual(open);
    expect((await signIn(service.browser(), accountName)).status).toBe(401);
    const reply = await activate(browser);
    expect([reply.status, reply.body, reply.setCookies]).toEqual([200, { account }, []]);
    expect((await signIn(service.browser(), accountName)).status).toBe(401);
    expect((await signIn(service.browser(), accountName, activePassword)).status).toBe(200);
    expect((await showActivation(browser)).body).toEqual({ state: "done", account });
  });

  it("names the account that is an e-mail address by all of it, as its owner signs in (M20)", async () => {
    const { account, name, userId } = await publicPerson(service);
    await disable(service, rows, userId);
    const browser = await grantTo(service, account, service.browser(), "code", "activate");
    expect((await showActivation(browser)).body).toMatchObject({ account, accountName: account, name });
  });

  it("leaves nothing of what disabled it, and no hold", async () => {
    const { browser, userId } = await holder("code", {
      frozen: true,
      frozenCase: "C-1",
      vaultOpen: true,
      disabledFor: "owner",
    });
    await activate(browser);
    const account = await accountIn(rows, userId);
    expect(account.status).toBe("ACTIVE");
    for (const gone of ["frozen", "frozenCase", "disabledFor", "disabledAt", "holdUntil", "heldBy", "lockedUntil"])
      expect(account[gone], gone).toBeUndefined();
    expect(account.wrong).toBe(0);
  });

  it("pressed again it changes nothing (REPLAY), and a session of after it lives on", async () => {
    const { browser, accountName, userId } = await holder();
    await activate(browser);
    const owner = service.browser();
    await signIn(owner, accountName, activePassword);
    expect((await activate(browser, "Somebody-else-1")).status).toBe(200);
    expect(await passwordsOf(service, userId, [activePassword, "Somebody-else-1"])).toEqual([activePassword]);
    expect((await owner.call("GET /api/session")).body.signedIn).toBe(true);
  });

  it.each([
    ["kangaroo2026", "needs-classes"],
    ["abC-1", "too-short"],
    ["Wallaby-2026-x-much-longer", "too-long"],
    ["P@ssw0rd", "common"],
  ])("%s is refused before anything changes: %s (any three of four, 8–20)", async (password, problem) => {
    const { browser, userId } = await holder();
    const before = await keptIn(rows);
    const { status, body } = await activate(browser, password);
    expect([status, body.code]).toEqual([422, "password-rule"]);
    expect(body.fields).toContainEqual({ field: "password", problem });
    expect(await keptIn(rows)).toEqual(before);
    expect((await accountIn(rows, userId)).status).toBe("DISABLED");
    expect((await activate(browser)).status).toBe(200);
  });

  it("the owner is told on every known contact, once, with a 不是我 link; one audit record (I5)", async () => {
    const { browser, userId, email, person } = await holder();
    const before = service.sent(email).length;
    await activate(browser);
    await activate(browser);
    service.clock.advanceBy({ minutes: 5 });
    await service.jobs({ job: "send-messages" });
    expect(service.sent(email)).toHaveLength(before + 1);
    const [notice] = service.sent(email);
    expect(notice?.text).toMatch(/https:\/\/account\.test\/not-me#\S+/);
    expect(notice?.text).not.toContain(person.name);
    const audit = (await rows.all("audit")).filter(({ subject }) => subject === userId);
    expect(audit.map(({ event }) => event).toSorted()).toEqual(["account.activated", "account.created"]);
  });
});

describe("啟用帳號 by personal data (M55, C3)", () => {
  it("opens the page for a disabled student, who is warned, and enables the account", async () => {
    const { person, accountName, email, userId } = await holder();
    const before = service.sent(email).length;
    const browser = service.browser();
    const opened = await sendPersonalData(browser, person, "activate");
    expect([opened.status, opened.body]).toEqual([200, { next: "new-password" }]);
    expect([browser.cookies.has(activationCookie), browser.cookies.has(grantCookie)]).toEqual([true, false]);
    expect(service.sent(email)).toHaveLength(before + 1);
    expect((await accountIn(rows, userId)).status).toBe("DISABLED");
    expect((await activate(browser)).status).toBe(200);
    expect(service.sent(email)).toHaveLength(before + 2);
    expect((await signIn(service.browser(), accountName, activePassword)).status).toBe(200);
  });

  it.each([
    ["frozen", { frozen: true }],
    ["kept disabled by a manager", { selfEnable: false }],
    ["given a second factor", { secondFactor: "on" }],
  ])("an account that is %s after the page opened stays disabled (T15)", async (_kind, change) => {
    const { browser, userId } = await holder("personal-data");
    await changeAccount(rows, userId, change);
    expect((await showActivation(browser)).body).toEqual({ state: "none" });
    expect(await activate(browser)).toMatchObject(missing);
    expect((await accountIn(rows, userId)).status).toBe("DISABLED");
    expect(await passwordsOf(service, userId, [activePassword])).toEqual([]);
  });
});

describe("whose grant it is, and for what (T10, T11)", () => {
  it("a grant of a reset enables nothing and one of an activation resets nothing, whichever cookie it is put into", async () => {
    const { browser, userId, accountName } = await holder();
    const activation = browser.cookies.get(activationCookie) ?? "";
    const swapped = service.browser();
    swapped.cookies.set(grantCookie, activation);
    expect(await reset(swapped)).toMatchObject(missing);
    expect((await swapped.call("GET /api/reset-password")).body).toEqual({ state: "none" });

    const resetting = await grantTo(service, accountName, service.browser(), "code", "reset");
    resetting.cookies.set(activationCookie, resetting.cookies.get(grantCookie) ?? "");
    expect(await activate(resetting)).toMatchObject(missing);
    expect((await showActivation(resetting)).body).toEqual({ state: "none" });
    expect((await reset(resetting)).body.code).toBe("account-disabled");
    expect((await accountIn(rows, userId)).status).toBe("DISABLED");
    expect(await passwordsOf(service, userId, [activePassword, newPassword])).toEqual([]);
  });

  it("no cookie, a made up one, a changed one: there is no grant", async () => {
    const { browser, userId } = await holder();
    const cookie = browser.cookies.get(activationCookie) ?? "";
    for (const value of [undefined, "x", userId, cookie.slice(0, -1)]) {
      const stranger = service.browser();
      if (value !== undefined) stranger.cookies.set(activationCookie, value);
      expect((await showActivation(stranger)).body).toEqual({ state: "none" });
      expect(await activate(stranger)).toMatchObject(missing);
    }
  });

  it("10 min 00 s is good, 10 min 01 s is not, with the row still there", async () => {
    const [first, second] = [await holder(), await holder()];
    service.clock.advanceBy({ minutes: 10 });
    expect((await activate(first.browser)).status).toBe(200);
    service.clock.advanceBy({ seconds: 1 });
    expect(await activate(second.browser)).toMatchObject(missing);
    expect((await accountIn(rows, second.userId)).status).toBe("DISABLED");
  });

  it("another site cannot press the button, and looking changes nothing (T22)", async () => {
    const { browser } = await holder();
    const before = await keptIn(rows);
    await showActivation(browser);
    const forged = { headers: { origin: "https://evil.example", "content-type": "application/json" } };
    const reply = await browser.call("POST /api/activate", { password: activePassword }, forged);
    expect([reply.status, reply.body.code]).toEqual([403, "wrong-origin"]);
    expect(await keptIn(rows)).toEqual(before);
  });

  it("an account that is in use has nothing to enable", async () => {
    const { browser, userId } = await holder();
    await changeAccount(rows, userId, { status: "ACTIVE" });
    expect((await showActivation(browser)).body).toEqual({ state: "none" });
    expect(await activate(browser)).toMatchObject(missing);
    expect(await passwordsOf(service, userId, [goodPassword, activePassword])).not.toContain(activePassword);
  });
});
