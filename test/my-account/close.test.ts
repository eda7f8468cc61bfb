import { describe, expect, it } from "vitest";
import { dynamoConsents } from "../../functions/adapters/consents.ts";
import { partsOf } from "../../functions/adapters/parts.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { readSettings } from "../../functions/contract/settings.ts";
import { ofThePerson } from "../../functions/http/cookies.ts";
import { cookieNames } from "../../functions/http/request.ts";
import { activate, activePassword } from "../activate-account/disabled.ts";
import { rowsBehind } from "../faults/rows.ts";
import { accountIn, grantTo, isSignedIn } from "../reset-password/holder.ts";
import { sendPersonalData } from "../reset-password/personal-data.ts";
import type { Browser } from "../service/browser.ts";
import { signIn } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { ask, askedBy, check } from "../verify-code/forgetful.ts";
import { auditOf, owner, signedIn } from "./owner.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const consents = dynamoConsents(partsOf(readSettings(service.environment), { ...service, ids: systemIds }));

const close = (browser: Browser, accountName: string) => browser.call("POST /api/my-account/close", { accountName });
const inVault = async (userId: string) =>
  (await rows.users(service.pool.userPoolId)).find(({ username }) => username === userId)?.enabled;
const sweep = () => service.jobs({ job: "disable-idle" });

async function closed() {
  const who = await owner(service);
  expect((await close(who.browser, who.accountName)).status).toBe(200);
  return who;
}

describe("closing an account", () => {
  it("disables at once: profile, sessions, vault, consents; told, with one audit record", async () => {
    const { browser, accountName, userId, email, person } = await owner(service);
    const elsewhere = await signedIn(service, accountName);
    await consents.give(userId, "some-platform", ["openid"]);
    const { status, body, setCookies } = await close(browser, `${accountName}@account.test`);
    expect([status, body]).toEqual([200, { account: `${accountName}@account.test`, days: 30 }]);
    // Everything of the person leaves the browser, which may be a shared one.
    for (const name of ofThePerson.map((one) => cookieNames[one]))
      expect(setCookies.filter((line) => line.startsWith(`${name}=;`) && line.includes("Max-Age=0"))).toHaveLength(1);
    expect([await isSignedIn(browser), await isSignedIn(elsewhere)]).toEqual([false, false]);
    expect((await signIn(service.browser(), accountName)).status).toBe(401);
    const closeAt = service.clock.now() + 30 * 86_400_000;
    const account = await accountIn(rows, userId);
    expect(account).toMatchObject({ status: "DISABLED", disabledFor: "closed", closeAt, dueAt: closeAt });
    expect(await inVault(userId)).toBe(false);
    expect(await consents.list(userId)).toEqual([]);
    expect((await rows.all("logouts")).filter((row) => row.userId === userId)).toHaveLength(1);
    expect(service.sent(email)[0]?.subject).toBe("您的教育雲端帳號已關閉");
    expect(service.sent(email)[0]?.text).toContain("30 天");
    const audit = (await auditOf(rows, userId)).filter(({ event }) => event === "account.closed");
    expect(audit).toHaveLength(1);
    expect(JSON.stringify(audit)).not.toMatch(new RegExp(`${accountName}|${person.name}|@`));
  });

  it.each(["", "somebody.else", "x@account.test", "@account.test"])(
    "«%s» is not the account's name: nothing changes",
    async (typed) => {
      const { browser, userId } = await owner(service);
      const { status, body } = await close(browser, typed);
      expect([status, body.code]).toEqual([400, "bad-request"]);
      expect((await accountIn(rows, userId)).status).toBe("ACTIVE");
      expect(await isSignedIn(browser)).toBe(true);
    },
  );

  it("another domain behind the right name is not it; capitals and full width are", async () => {
    const { browser, accountName } = await owner(service);
    expect((await close(browser, `${accountName}@gmail.com`)).status).toBe(400);
    expect((await close(browser, ` ${accountName.toUpperCase()} `)).status).toBe(200);
  });

  it("5:00 after the password it closes, 5:01 after it asks again (T20)", async () => {
    const [first, second] = [await owner(service), await owner(service)];
    service.clock.advanceBy({ minutes: 5 });
    expect((await close(first.browser, first.accountName)).status).toBe(200);
    service.clock.advanceBy({ seconds: 1 });
    expect((await close(second.browser, second.accountName)).body.code).toBe("re-authentication-required");
  });

  it("pressed eight times at once it closes once (RACE)", async () => {
    const { browser, accountName, userId, email } = await owner(service);
    const before = service.sent(email).length;
    const replies = await Promise.all(Array.from({ length: 8 }, () => close(browser.copy(), accountName)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(replies.every(({ status }) => status === 200 || status === 401)).toBe(true);
    expect(service.sent(email)).toHaveLength(before + 1);
    expect((await auditOf(rows, userId)).filter(({ event }) => event === "account.closed")).toHaveLength(1);
  });
});

describe("啟用帳號 brings a closed account back (M55)", () => {
  /** By a code to the mail, as a person does it. */
  async function back({ accountName, email }: { accountName: string; email: string }) {
    const { browser, code } = await askedBy(service, { accountName, email }, "activate");
    expect((await check(browser, code, "activate")).status).toBe(200);
    return browser;
  }

  it("by code, a second before the thirty days are over, and as if nothing had been: a year until 停用", async () => {
    const who = await closed();
    service.clock.advanceBy({ days: 30, seconds: -1 });
    await sweep();
    const browser = await back(who);
    expect((await activate(browser)).status).toBe(200);
    service.clock.advanceBy({ minutes: 10 });
    await sweep();
    const account = await accountIn(rows, who.userId);
    expect(account.status).toBe("ACTIVE");
    for (const over of ["closeAt", "disabledFor", "disabledAt", "vaultOpen"]) expect(account[over]).toBeUndefined();
    expect(Number(account.dueAt)).toBeGreaterThan(service.clock.now() + 300 * 86_400_000);
    expect((await signIn(service.browser(), who.accountName, activePassword)).status).toBe(200);
    service.clock.advanceBy({ days: 31 });
    await sweep();
    expect((await accountIn(rows, who.userId)).status).toBe("ACTIVE");
  });

  it("after the thirty days no code is sent and no grant enables it, though no job has run (T11)", async () => {
    const [one, other] = [await closed(), await closed()];
    service.clock.advanceBy({ days: 30, minutes: -5 });
    const early = await grantTo(service, one.accountName, service.browser(), "code", "activate");
    service.clock.advanceBy({ minutes: 5 });
    expect((await activate(early)).body.code).toBe("reset-grant-missing");
    const sent = service.sent(other.email).length;
    await ask(service.browser(), other.accountName, "activate");
    await service.jobs({ job: "send-messages" });
    expect(service.sent(other.email)).toHaveLength(sent);
    expect((await accountIn(rows, one.userId)).status).toBe("DISABLED");
  });

  it("not by personal data, which others know too: closing is the owner's word", async () => {
    const { person, userId } = await closed();
    const reply = await sendPersonalData(service.browser(), person, "activate");
    expect([reply.status, reply.body.code]).toEqual([422, "person-not-found"]);
    expect((await accountIn(rows, userId)).status).toBe("DISABLED");
  });

  it("nobody's reset gets in meanwhile (M45)", async () => {
    const { accountName, email } = await closed();
    const sent = service.sent(email).length;
    await ask(service.browser(), accountName);
    await service.jobs({ job: "send-messages" });
    expect(service.sent(email)).toHaveLength(sent);
  });
});

it("不是我 in the notice stops the erasing: whoever closed it was not the owner (T19)", async () => {
  const { email, userId } = await closed();
  const token = /not-me#(\S+)/.exec(service.sent(email)[0]?.text ?? "")?.[1];
  expect((await service.browser().call("POST /api/not-me", { token })).status).toBe(200);
  service.clock.advanceBy({ days: 60 });
  await sweep();
  expect(await accountIn(rows, userId)).toMatchObject({ status: "DISABLED", frozen: true });
});
