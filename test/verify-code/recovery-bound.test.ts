import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect, it } from "vitest";
import { dynamo } from "../../functions/adapters/dynamo.ts";
import { limitShards } from "../../functions/contract/policy.ts";
import type { GrantPurpose } from "../../functions/ports/reset-grants.ts";
import type { Browser } from "../service/browser.ts";
import { solvedCaptcha } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { accountLike, ask, askedBy, check, codeAt, disabled, other } from "./forgetful.ts";

const service = await startService();
const tables = dynamo(service.prefix);

/** Somebody whose account is asked about for this purpose, and can be. */
const accountFor = (purpose: GrantPurpose) => accountLike(service, purpose === "reset" ? {} : { row: disabled });

/** Changes the row of an account behind the service's back, as an administrator or the owner would through it. */
async function changeRow(userId: string, change: Readonly<Record<string, unknown>>) {
  const [row] = await tables.batchGet([{ table: "accounts", key: { userId } }]);
  await tables.send(new PutCommand({ TableName: tables.name("accounts"), Item: { ...row, ...change } }));
}

const purposes = ["reset", "activate"] as const;
/** The browsers a code may be typed in, made after it was asked for. */
const browsers: Record<string, (own: Browser) => Promise<Browser>> = {
  "the browser that asked": async (own) => own,
  "a browser that asked to reset another account": async () =>
    (await askedBy(service, await accountFor("reset"))).browser,
  "a browser that asked to enable another account": async () =>
    (await askedBy(service, await accountFor("activate"), "activate")).browser,
  "a browser that asked for nothing": async () => service.browser(),
};
const cells = purposes.flatMap((sent) =>
  purposes.flatMap((typed) => Object.keys(browsers).map((browser) => [sent, typed, browser] as const)),
);

describe("a code is of one purpose, one account and the browser that asked (T10)", () => {
  it.each(cells)("sent to %s, typed to %s, in %s", async (sent, typed, name) => {
    const { browser: own, code } = await askedBy(service, await accountFor(sent), sent);
    const browser = await browsers[name]!(own);
    const { status, body, setCookies } = await check(browser, code, typed);
    if (sent === typed && browser === own) return expect([status, body]).toEqual([200, { verified: true }]);
    expect([status, body.code, setCookies]).toEqual([422, "code-wrong", []]);
  });

  it("counts a try for the wrong purpose as any wrong one (T06)", async () => {
    const { browser, code } = await askedBy(service, await accountFor("reset"));
    for (let time = 0; time < 5; time += 1) await check(browser, code, "activate");
    expect((await check(browser, code)).body.code).toBe("code-wrong");
  });

  it("that has opened a reset opens nothing else when its own press comes again for the other purpose", async () => {
    const { browser, code } = await askedBy(service, await accountFor("reset"));
    const again = browser.copy();
    const press = "one-press-of-the-button";
    expect((await check(browser, code, "reset", press)).status).toBe(200);
    const { body, setCookies } = await check(again, code, "activate", press);
    expect([body.code, setCookies]).toEqual(["code-wrong", []]);
  });

  it("is of no application: that has a code and a cookie of its own", async () => {
    const { browser, code } = await askedBy(service, await accountFor("reset"));
    const typed = { purpose: "register", code, attempt: "one-press-of-the-button" };
    expect((await browser.call("POST /api/verify-code/check", typed)).body.code).toBe("registration-missing");
  });

  it("is not of a browser whose ten minutes are over, nor of a cookie somebody has changed", async () => {
    const account = await accountFor("reset");
    const { browser, code } = await askedBy(service, account);
    const changed = browser.copy();
    const cookie = changed.cookies.get("__Host-recovery") ?? "";
    changed.cookies.set("__Host-recovery", `${cookie.slice(0, -3)}xyz`);
    expect((await check(changed, code)).body.code).toBe("code-wrong");
    service.clock.advanceBy({ minutes: 10, seconds: 1 });
    // Another browser asks anew: there is a live code again, and this browser is still not bound to it.
    const later = await askedBy(service, account);
    expect((await check(browser, later.code)).body.code).toBe("code-wrong");
    expect((await check(later.browser, later.code)).status).toBe(200);
  });
});

describe("an old code (T10)", () => {
  it("is the same one while it lives, and dead once another was sent after it", async () => {
    const account = await accountFor("reset");
    const first = await askedBy(service, account);
    service.clock.advanceBy({ seconds: 60 });
    const again = await askedBy(service, account);
    expect(again.code).toBe(first.code);
    for (let time = 1; time <= 5; time += 1) await check(first.browser, other(first.code, time));
    service.clock.advanceBy({ seconds: 60 });
    const newest = await askedBy(service, account);
    expect(newest.code === first.code).toBe(false);
    for (const { browser } of [first, newest]) {
      expect((await check(browser, first.code)).body.code).toBe("code-wrong");
    }
    expect((await check(newest.browser, newest.code)).status).toBe(200);
  });

  it.each([
    ["disabled", disabled],
    ["frozen", { ...disabled, frozen: true }],
  ])("is worth nothing once the account is %s", async (_, change) => {
    const account = await accountFor("reset");
    const { browser, code } = await askedBy(service, account);
    await changeRow(account.userId, change);
    expect((await check(browser, code)).body.code).toBe("code-wrong");
  });

  it("is worth nothing once the contacts are other ones", async () => {
    const [account, another] = [await accountFor("reset"), await accountFor("reset")];
    const { browser, code } = await askedBy(service, account);
    const [row] = await tables.batchGet([{ table: "accounts", key: { userId: another.userId } }]);
    await changeRow(account.userId, { person: row?.person });
    expect((await check(browser, code)).body.code).toBe("code-wrong");
  });
});

describe("how often (T13)", () => {
  it("60 seconds between two, five an hour for the account, whichever browser asks and for whichever purpose", async () => {
    const account = await accountFor("reset");
    await ask(service.browser(), account.accountName);
    expect(await ask(service.browser(), account.accountName)).toMatchObject({
      status: 429,
      body: { code: "code-wait", retryAfter: 60 },
    });
    const outcomes: number[] = [];
    for (const purpose of ["activate", "reset", "reset", "activate", "reset"] as const) {
      service.clock.advanceBy({ seconds: 61 });
      outcomes.push((await ask(service.browser(), account.accountName, purpose)).status);
    }
    expect(outcomes).toEqual([200, 200, 200, 200, 429]);
    await service.jobs({ job: "send-messages" });
    expect(service.sent(account.email)).toHaveLength(3);
  });

  it("siblings with one parent's address get one each though it has had its five; the next is counted and not sent", async () => {
    const email = `parent${service.random()}@mail.test`;
    const siblings = [];
    for (let child = 0; child < 6; child += 1) siblings.push(await accountLike(service, { email }));
    for (const { accountName } of siblings) await ask(service.browser(), accountName);
    await codeAt(service, email);
    expect(service.sent(email)).toHaveLength(6);
    service.clock.advanceBy({ seconds: 61 });
    expect((await ask(service.browser(), siblings[5]!.accountName)).status).toBe(200);
    await service.jobs({ job: "send-messages" });
    expect(service.sent(email)).toHaveLength(6);
  });

  it("ten an hour for one address of the network", async () => {
    const outcomes: number[] = [];
    for (let name = 0; name < 11; name += 1) {
      outcomes.push((await ask(service.browser("198.18.0.7"), `u${service.random(5)}`)).status);
    }
    expect(outcomes).toEqual([...Array(10).fill(200), 429]);
  });
});

describe("while too many codes are wrong (T09)", () => {
  it("a code must come with a captcha of its own form, somebody's and nobody's, and works with it", async () => {
    const { browser, code } = await askedBy(service, await accountFor("reset"));
    const decoy = service.browser();
    await ask(decoy, `u${service.random(5)}`);
    const slot = Math.floor(service.clock.now() / 300_000);
    for (let shard = 0; shard < limitShards; shard += 1) {
      const Item = { limit: `code-ratio#${shard}#${slot}`, [`w300_${slot}`]: 1_000 };
      await tables.send(new PutCommand({ TableName: tables.name("limits"), Item }));
    }
    for (const one of [browser, decoy]) expect((await check(one, code)).body.code).toBe("code-needs-captcha");
    const typed = async (form: "verify-code" | "reset-password") => {
      const captcha = await solvedCaptcha(browser, form);
      const press = { purpose: "reset", code, attempt: "one-press-of-the-button", captcha };
      return browser.call("POST /api/verify-code/check", press);
    };
    expect((await typed("reset-password")).body.code).toBe("captcha-wrong");
    expect((await typed("verify-code")).body).toEqual({ verified: true });
  });
});
