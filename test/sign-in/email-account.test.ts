import { describe, expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import { changeAccount, newPassword, reset } from "../reset-password/holder.ts";
import { bindFactor, signInByFactor } from "../service/factor.ts";
import { publicOwner, publicPerson, signIn, solvedCaptcha, withAccount } from "../service/people.ts";
import { allRows } from "../service/rows.ts";
import { startService } from "../service/service.ts";
import { ask, askedBy, check, disabled } from "../verify-code/forgetful.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);

describe("signing in with an e-mail address as account (M20, M30)", () => {
  it("by any way of writing it: case, width and spaces say nothing", async () => {
    const { email, account } = await publicPerson(service);
    const wide = email.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    for (const typed of [email, account, ` ${email.toUpperCase()} `, wide]) {
      const { status, body } = await signIn(service.browser(), typed);
      expect([status, body], typed).toMatchObject([200, { next: "signed-in", accountName: account }]);
    }
  });

  it("its name alone, or under the service's domain, is another account: they never collide", async () => {
    const { accountName } = await withAccount(service);
    const { account } = await publicPerson(service, { email: `${accountName}@home.test` });
    expect((await signIn(service.browser(), `${accountName}@account.test`)).body).toMatchObject({ accountName });
    expect((await signIn(service.browser(), accountName)).body).toMatchObject({ accountName });
    expect((await signIn(service.browser(), account)).body).toMatchObject({ accountName: account });
    for (const typed of [
      `${accountName}@other.test`,
      `${accountName}@home.test.account.test`,
      `${account}@account.test`,
    ])
      expect((await signIn(service.browser(), typed)).status, typed).toBe(401);
  });

  it("is asked for a second factor as everybody, and signed in under the address (M63)", async () => {
    const { email, account, browser } = await publicOwner(service);
    const { shown } = await bindFactor(service, browser);
    const { status, body } = await signInByFactor(service.browser(), email, shown());
    expect([status, body]).toMatchObject([200, { accountName: account }]);
  });

  it("no table holds the address in clear, nor what else was told, not as a key either", async () => {
    const { email, account, name } = await publicOwner(service, { nickname: "暱稱八字", phone: "02-2345-6789" });
    await signIn(service.browser(), email, "Wombats-2026-x");
    await ask(service.browser(), email);
    const all = await allRows(service.prefix);
    expect(all.some((row) => row.startsWith("claims ") && row.includes("email#"))).toBe(true);
    for (const told of [email, account, name, "暱稱八字", "2345-6789"])
      expect(all.filter((row) => row.includes(told))).toEqual([]);
  });
});

describe("getting back in with an e-mail address as account (M20, M45, M55)", () => {
  it("忘記密碼 by the code to the address, and 啟用帳號 by it", async () => {
    const { email, account, userId } = await publicPerson(service);
    const { browser, code } = await askedBy(service, { accountName: email, email });
    expect((await check(browser, code)).status).toBe(200);
    expect((await browser.call("GET /api/reset-password")).body).toMatchObject({ state: "open", account });
    expect((await reset(browser)).status).toBe(200);
    expect((await signIn(service.browser(), email, newPassword)).status).toBe(200);

    await changeAccount(rows, userId, disabled);
    expect((await signIn(service.browser(), email, newPassword)).status).toBe(401);
    service.clock.advanceBy({ hours: 1 });
    const again = await askedBy(service, { accountName: email, email }, "activate");
    expect((await check(again.browser, again.code, "activate")).status).toBe(200);
    expect((await again.browser.call("GET /api/activate")).body).toMatchObject({ state: "open", account });
    expect((await again.browser.call("POST /api/activate", { password: "Bandicoot-2026-x" })).status).toBe(200);
    expect((await signIn(service.browser(), email, "Bandicoot-2026-x")).status).toBe(200);
  });

  it("a password that holds the address's own part is refused", async () => {
    const { email, account } = await publicPerson(service);
    const { browser, code } = await askedBy(service, { accountName: email, email });
    await check(browser, code);
    const { status, body } = await reset(browser, `Ab1-${account.split("@")[0]}`);
    expect([status, body.fields]).toEqual([422, [{ field: "password", problem: "contains-account-name" }]]);
  });

  it("no default password opens it: there is none (M49)", async () => {
    const { email } = await publicPerson(service);
    const browser = service.browser();
    const { status, body } = await browser.call("POST /api/reset-password/default-password", {
      accountName: email,
      defaultPassword: "ABCDE-FGHJK",
      captcha: await solvedCaptcha(browser, "reset-password"),
    });
    expect([status, body.code]).toEqual([422, "default-password-wrong"]);
  });
});
