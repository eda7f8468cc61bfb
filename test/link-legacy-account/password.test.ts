import { describe, expect, it } from "vitest";
import { policies } from "../../functions/contract/policy.ts";
import { findPassword } from "../../functions/link-legacy-account/find-password.ts";
import { startProxiedService } from "../faults/proxied-service.ts";
import { rowsBehind } from "../faults/rows.ts";
import type { Browser } from "../service/browser.ts";
import { arriving, atPlatform, legacyAccount, legacyAccountsOf, legacyPlatform, oldSignIn } from "../service/legacy.ts";
import { solvedCaptcha } from "../service/people.ts";

const { service, proxy, lane } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
const platform = await legacyPlatform(service);

/** An old account with the address and hint that the platform had. */
async function forgotten(fields: Parameters<typeof legacyAccount>[2] = {}) {
  const email = `old-${service.random()}@old.test`;
  const { account, legacyKey } = await legacyAccount(service, platform, { email, hint: "阿嬤家的狗", ...fields });
  return { account, email, legacyKey };
}

/** What the mail says, once the job has run. */
async function mailed(to: string): Promise<string> {
  service.clock.advanceBy({ seconds: 2 });
  await service.jobs({ job: "send-messages" });
  const [, password = ""] = /^\s*([346-9A-Z]{10})\s*$/m.exec(service.sent(to)[0]?.text ?? "") ?? [];
  return password;
}

const link = async (browser: Browser, account: string, password: string) => {
  const { status, body } = await atPlatform.link(browser, platform, { account, password });
  return body.code ?? status;
};

describe("查詢密碼 (M85)", () => {
  it("account and registered address give the hint, in whatever letters; anything else gives nothing (C5)", async () => {
    const { browser } = await arriving(service);
    const { account, email } = await forgotten();
    const found = await atPlatform.findPassword(browser, platform, {
      account: account.toUpperCase(),
      email: email.toUpperCase(),
    });
    expect([found.status, found.body]).toEqual([200, { hint: "阿嬤家的狗" }]);
    for (const asked of [
      { account, email: "other@old.test" },
      { account: "nobody-there", email },
    ])
      expect(await atPlatform.findPassword(browser, platform, asked)).toMatchObject({ status: 200, body: {} });
    const without = { email: `${service.random()}@old.test` };
    const { account: silent } = await legacyAccount(service, platform, without);
    expect((await atPlatform.findPassword(browser, platform, { account: silent, ...without })).body).toEqual({});
  });

  it("an account that is joined has no hint for anybody", async () => {
    const old = await forgotten();
    const { browser } = await arriving(service);
    await link(browser, old.account, "old-Password-7");
    expect((await atPlatform.findPassword(browser, platform, old)).body).toEqual({});
  });

  it("five looks a day a person, each with a captcha of its own", async () => {
    const { browser } = await arriving(service);
    const old = await forgotten();
    const captcha = await solvedCaptcha(browser, "legacy-account");
    const at = { pathParameters: { clientId: platform.clientId } };
    const ask = (more: object) =>
      browser.call(
        "POST /api/legacy/{clientId}/find-password",
        { account: old.account, email: old.email, ...more },
        at,
      );
    expect((await ask({ captcha })).body.hint).toBeDefined();
    expect((await ask({ captcha })).body.code).toBe("captcha-wrong");
    expect((await ask({ captcha: await solvedCaptcha(browser, "sign-in") })).body.code).toBe("captcha-wrong");
    expect((await ask({ captcha, email: "no address" })).body).toMatchObject({ code: "contact-rule" });
    const codes = [];
    for (let looks = 0; looks < 5; looks += 1)
      codes.push((await atPlatform.findPassword(browser, platform, old)).body.code);
    expect(codes).toEqual([undefined, undefined, undefined, undefined, "too-many-tries"]);
  });
});

describe("系統重設密碼 (M85)", () => {
  it("a random password by mail, which joins once and opens nothing else", async () => {
    const { browser, userId } = await arriving(service);
    const old = await forgotten();
    const asked = await atPlatform.resetPassword(browser, platform, { ...old, email: old.email.toUpperCase() });
    expect([asked.status, asked.body]).toEqual([200, { masked: "O***@old.test", hours: 24 }]);
    expect(service.sent(old.email)).toEqual([]);
    const password = await mailed(old.email);
    expect(password).toMatch(/^[34679CDFHJKMNPRTVWXY]{10}$/);
    expect(JSON.stringify(await rows.all("legacy-accounts"))).not.toContain(password);
    expect((await oldSignIn(service, platform, { account: old.account, password })).body.code).toBe(
      "legacy-password-wrong",
    );
    // As it is typed from paper.
    expect(await link(browser, old.account, ` ${password.slice(0, 5)}-${password.slice(5).toLowerCase()} `)).toBe(200);
    const audit = (await rows.all("audit")).filter(({ subject }) => subject === userId).map(({ event }) => event);
    expect(audit).toContain("legacy-password.issued");
    const row = (await rows.all("legacy-accounts")).find(({ legacyKey }) => legacyKey === old.legacyKey);
    expect(row).toMatchObject({ state: "linked" });
    expect(row).not.toHaveProperty("oneUse");
    await legacyAccountsOf(service).unlink(
      { platform: platform.id, account: old.account.toLowerCase() },
      { operator: "test", reason: "test" },
      () => [],
    );
    expect(await link(browser, old.account, password)).toBe("legacy-password-wrong");
  });

  it("is good for a day to the second, and the platform's own password besides", async () => {
    const [one, two] = [await forgotten(), await forgotten()];
    const [first, second] = [await arriving(service), await arriving(service)];
    await atPlatform.resetPassword(first.browser, platform, one);
    await atPlatform.resetPassword(second.browser, platform, two);
    // Four seconds go by with it.
    const [a, b] = [await mailed(one.email), await mailed(two.email)];
    service.clock.advanceBy({ hours: 24, seconds: -4 });
    const again = [await arriving(service), await arriving(service)];
    expect(await link(again[0]!.browser, one.account, a)).toBe(200);
    service.clock.advanceBy({ seconds: 0.001 });
    expect(await link(again[1]!.browser, two.account, b)).toBe("legacy-password-wrong");
    expect(await link(again[1]!.browser, two.account, "old-Password-7")).toBe(200);
  });

  it("another one makes the one before worth nothing; five a day", async () => {
    const { browser } = await arriving(service);
    const old = await forgotten();
    await atPlatform.resetPassword(browser, platform, old);
    const first = await mailed(old.email);
    await atPlatform.resetPassword(browser, platform, old);
    const second = await mailed(old.email);
    expect(second).not.toBe(first);
    expect(await link(browser, old.account, first)).toBe("legacy-password-wrong");
    let last = second;
    for (let more = 0; more < 3; more += 1) {
      await atPlatform.resetPassword(browser, platform, old);
      last = await mailed(old.email);
    }
    expect((await atPlatform.resetPassword(browser, platform, old)).body.code).toBe("too-many-tries");
    expect(await link(browser, old.account, last)).toBe(200);
  });

  it("after a hundred wrong passwords it is the way that is left (T01)", async () => {
    const { browser } = await arriving(service);
    const old = await forgotten();
    const row = (await rows.all("legacy-accounts")).find(({ legacyKey }) => legacyKey === old.legacyKey);
    await rows.put("legacy-accounts", { ...row, wrong: 100, lastAt: service.clock.now() - 86_400_000 });
    expect(await link(browser, old.account, "old-Password-7")).toBe("legacy-wait");
    await atPlatform.resetPassword(browser, platform, old);
    const password = await mailed(old.email);
    // In its form, and not it: counted, and the platform's own password is not looked at that way either.
    expect(await link(browser, old.account, "CCCCCCCCCC")).toBe("legacy-password-wrong");
    service.clock.advanceBy({ minutes: 15 });
    expect(await link(browser, old.account, password)).toBe(200);
  });

  it("same answer, same calls, same headers for an account of nobody and for another address (T04)", async () => {
    const old = await forgotten();
    const seen = [];
    for (const asked of [
      { account: old.account, email: old.email },
      { account: old.account, email: `x${old.email.slice(1)}` },
      { account: `x${old.account}`, email: old.email },
    ]) {
      const { browser } = await arriving(service);
      const captcha = await solvedCaptcha(browser, "legacy-account");
      lane.mend();
      const at = { pathParameters: { clientId: platform.clientId } };
      const form = { ...asked, language: "zh-TW", captcha };
      const { status, headers, body } = await browser.call("POST /api/legacy/{clientId}/one-use-password", form, at);
      const masked = { ...body, masked: body.masked.slice(1) };
      seen.push({ status, headers, masked, calls: lane.names() });
    }
    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
    expect(seen[0]?.calls.at(-1)).toBe("dynamodb.TransactWriteItems accounts+audit+messages");
  });

  it("guessing an account of nobody takes as many calls as guessing one that there is (T04)", async () => {
    const old = await forgotten();
    const calls = [];
    for (const account of [old.account, `nobody-${service.random()}`]) {
      const { browser } = await arriving(service);
      lane.mend();
      await link(browser, account, "wrong");
      calls.push(lane.names().map((name) => name.split(" ")[0]));
    }
    expect(calls[1]).toEqual(calls[0]);
  });
});

describe("in the profile strict (C5)", () => {
  it("no hint is shown to anybody", async () => {
    const application = { clientId: "x", legacyPlatform: { id: platform.id } } as never;
    const account = {
      platform: platform.id,
      account: "a",
      shownAccount: "a",
      hint: "h",
      state: "open",
      seen: {},
    } as const;
    const parts = (policy: (typeof policies)["seed"]) => ({
      applications: { find: async () => application, list: async () => [] },
      captchas: { redeem: async () => ({ right: true, kind: "digits" as const }) },
      legacyAccounts: { count: async () => true, findByEmail: async () => account },
      policy,
    });
    const request = {
      session: { userId: "u", profile: { enrolments: [] }, methods: ["pwd"] },
      params: { clientId: "x" },
      body: { account: "a", email: "a@b.test", captcha: {} },
    } as never;
    expect((await findPassword(parts(policies.seed))(request)).body).toEqual({ hint: "h" });
    expect((await findPassword(parts(policies.strict))(request)).body).toEqual({});
  });
});
