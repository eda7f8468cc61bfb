import { describe, expect, it } from "vitest";
import { secretsManagerKeys } from "../../../functions/adapters/keys.ts";
import { rowsBehind } from "../../faults/rows.ts";
import { goodPassword, signIn } from "../../service/people.ts";
import { activationMail, joining, withPublicAccount } from "../../service/public-people.ts";
import { allRows } from "../../service/rows.ts";
import { startService } from "../../service/service.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const fresh = () => `mei.${service.random()}@mail.test`;
const other = "Wombat-2027-y";

/** Somebody whose mail has arrived. */
async function registered(email = fresh(), password = goodPassword) {
  const browser = service.browser();
  await joining.register(browser, email, { password });
  return { browser, email, ...(await activationMail(service, email)) };
}

const accountsOf = async (email: string) => {
  const { status } = await signIn(service.browser(), email);
  return status;
};

describe("a mailed link that is opened changes nothing (T22)", () => {
  it("by a scanner, that even runs the page's own question, any number of times", async () => {
    const { token, email } = await registered();
    const before = await allRows(service.prefix);
    for (let time = 0; time < 3; time += 1) {
      const scanner = service.browser();
      expect((await joining.look(scanner, token)).body.state).toBe("open");
      expect((await scanner.visit(`/public/activate?token=${token}`)).status).toBeGreaterThanOrEqual(400);
    }
    expect(await allRows(service.prefix)).toEqual(before);
    expect(await accountsOf(email)).toBe(401);
  });

  it("what is no token of ours, or one for something else, is no link", async () => {
    const { token, browser } = await registered();
    const cookie = browser.cookies.get("__Host-public") ?? "";
    const changed = `${token.slice(0, -2)}${token.endsWith("AA") ? "BB" : "AA"}`;
    for (const wrong of ["x", changed, cookie, `${token}.`]) {
      expect((await joining.look(service.browser(), wrong)).body.code).toBe("activation-link");
      expect((await joining.byLink(service.browser(), wrong)).body.code).toBe("activation-link");
      expect((await joining.refuse(service.browser(), wrong)).body.code).toBe("activation-link");
    }
    const thief = service.browser();
    thief.cookies.set("__Host-public", token);
    expect((await joining.show(thief)).body.step).toBe("none");
    thief.cookies.set("__Host-flow", cookie);
    expect((await thief.call("GET /api/register")).body.step).toBe("none");
  });
});

describe("a registration ends after a day (M20)", () => {
  it("at 23:59:59 it becomes an account; at 24:00:00 link, code and browser open nothing, though its row is there", async () => {
    const [first, second] = [await registered(), await registered()];
    const flows = async () => (await rows.all("flows")).filter(({ status }) => status === "PENDING").length;
    const waiting = await flows();
    service.clock.advanceBy({ hours: 23, minutes: 59, seconds: 59 });
    expect((await joining.byLink(service.browser(), first.token)).status).toBe(200);
    service.clock.advanceBy({ seconds: 1 });
    expect((await joining.look(service.browser(), second.token)).body.code).toBe("activation-link");
    expect((await joining.byLink(service.browser(), second.token)).body.code).toBe("activation-link");
    expect((await joining.byCode(second.browser, second.code)).body.code).toBe("public-registration-missing");
    expect((await joining.resend(second.browser)).body.code).toBe("public-registration-missing");
    expect((await joining.show(second.browser)).body.step).toBe("none");
    expect(await flows()).toBe(waiting - 1);
    expect(await accountsOf(second.email)).toBe(401);
  });
});

describe("mailbox and password open the account together, and neither alone (M20)", () => {
  it("five wrong passwords, and the right one is worth nothing any more; four, and it is", async () => {
    const [five, four] = [await registered(), await registered()];
    for (let time = 1; time <= 5; time += 1) {
      expect((await joining.byLink(service.browser(), five.token, other)).body.code).toBe("password-wrong");
      if (time < 5) expect((await joining.byCode(four.browser, four.code, other)).body.code).toBe("password-wrong");
    }
    expect((await joining.byLink(service.browser(), five.token)).body.code).toBe("activation-link");
    expect((await joining.byCode(five.browser, five.code)).body.code).toBe("public-registration-missing");
    expect((await joining.look(service.browser(), five.token)).body.code).toBe("activation-link");
    expect((await joining.show(five.browser)).body.step).toBe("none");
    expect((await joining.byCode(four.browser, four.code)).status).toBe(200);
  });

  it("a right code with a wrong password is not used up (T07)", async () => {
    const { browser, code, email } = await registered();
    expect((await joining.byCode(browser, code, other)).body.code).toBe("password-wrong");
    expect((await joining.byCode(browser, code)).body).toEqual({ account: email });
  });

  it("five wrong codes, and the right one is a wrong one; the link and a new mail still work (T06)", async () => {
    const { browser, code, email } = await registered();
    const wrong = code === "000000" ? "000001" : "000000";
    for (let time = 1; time <= 5; time += 1)
      expect((await joining.byCode(browser, wrong)).body.code).toBe("code-wrong");
    expect((await joining.byCode(browser, code)).body.code).toBe("code-wrong");
    service.clock.advanceBy({ seconds: 61 });
    expect((await joining.resend(browser)).body).toEqual({ resendIn: 60 });
    const again = await activationMail(service, email);
    expect(again.code).not.toBe(code);
    expect((await joining.byCode(browser, again.code)).status).toBe(200);
  });

  it("a code of ten minutes ago is a wrong one, while the link of the same mail is good", async () => {
    const { browser, code, token } = await registered();
    service.clock.advanceBy({ minutes: 10, seconds: 1 });
    expect((await joining.byCode(browser, code)).body.code).toBe("code-wrong");
    expect((await joining.byLink(browser, token)).status).toBe(200);
  });

  it("a stranger's registration with my address becomes no account with the stranger's password, and takes mine from nobody", async () => {
    const email = fresh();
    const stranger = await registered(email, other);
    service.clock.advanceBy({ seconds: 60 });
    const mine = await registered(email);
    // I press the link of the wrong mail: the password there is not mine.
    expect((await joining.byLink(mine.browser, stranger.token)).body.code).toBe("password-wrong");
    expect((await joining.byLink(mine.browser, mine.token)).status).toBe(200);
    expect((await signIn(service.browser(), email, other)).status).toBe(401);
    expect((await signIn(service.browser(), email)).status).toBe(200);
    // Even who has both, later: the address is an account, and stays as it is.
    expect((await joining.byLink(stranger.browser, stranger.token, other)).body.code).toBe("account-email-taken");
    expect((await joining.byCode(stranger.browser, stranger.code, other)).body.code).toBe("account-email-taken");
    expect((await signIn(service.browser(), email, other)).status).toBe(401);
  });
});

describe("a stranger's registration that got no mail takes 重發驗證信 from nobody (M20, T13)", () => {
  it.each([
    ["within the gap", 0, "code-wait"],
    ["past the five of the hour", 4, "code-limit"],
  ] as const)("%s", async (_when, more, refusal) => {
    const mine = await registered();
    for (let time = 0; time < more; time += 1) {
      service.clock.advanceBy({ seconds: 60 });
      expect((await joining.resend(mine.browser)).status).toBe(200);
    }
    service.clock.advanceBy({ seconds: more === 0 ? 59 : 60 });
    const stranger = await joining.register(service.browser(), mine.email, { password: other });
    expect([stranger.status, stranger.body.code]).toEqual([429, refusal]);
    await service.jobs({ job: "send-messages" });
    service.clock.advanceBy({ hours: 1 });
    expect((await joining.resendTo(service.browser(), mine.email)).status).toBe(200);
    const { token } = await activationMail(service, mine.email);
    expect(service.sent(mine.email)).toHaveLength(more + 2);
    expect((await joining.byLink(service.browser(), token)).body).toEqual({ account: mine.email });
  });
});

it("a hundred wrong codes of strangers end the codes of an address and not its registration: the link goes on (T08, M20)", async () => {
  const email = fresh();
  const addressKey = await secretsManagerKeys("educloud/key-ring").mac("account-email", email);
  await rows.put("limits", { limit: `codes-in-a-row#${addressKey}`, wrong: 100 });
  const { browser, code, token } = await registered(email);
  expect((await joining.byCode(browser, code)).body.code).toBe("code-wrong");
  expect((await joining.byLink(browser, token)).body).toEqual({ account: email });
});

describe("one address is one account, however it is written (M20)", () => {
  it.each([
    ["upper case", (email: string) => email.replace("p", "P").replace("mail.test", "MAIL.Test")],
    ["spaces around it", (email: string) => `  ${email}　`],
  ])("%s: only the mailbox is told that there is one", async (_kind, writing) => {
    const { email } = await withPublicAccount(service);
    const before = service.sent().length;
    service.clock.advanceBy({ seconds: 60 });
    const stranger = service.browser();
    expect((await joining.register(stranger, writing(email), { password: other })).body.step).toBe("sent");
    await service.jobs({ job: "send-messages" });
    const mails = service.sent().slice(0, service.sent().length - before);
    expect(mails.map(({ to }) => to.toLowerCase())).toEqual([email]);
    expect(mails[0]?.text).toContain(`您已經有帳號 ${email}`);
    expect(mails[0]?.text).toContain("「啟用帳號」");
    expect(mails[0]?.text).not.toMatch(/\b\d{6}\b|activate#/);
    expect((await signIn(service.browser(), email)).status).toBe(200);
  });
});

describe("不是我: who has the mailbox and never registered (M20)", () => {
  it("nothing of it stays, and somebody else's registration with the address does", async () => {
    const email = fresh();
    const stranger = await registered(email, other);
    service.clock.advanceBy({ seconds: 60 });
    const mine = await registered(email);
    expect((await joining.refuse(service.browser(), stranger.token)).status).toBe(200);
    expect((await joining.refuse(service.browser(), stranger.token)).status).toBe(200);
    expect((await joining.byLink(service.browser(), stranger.token, other)).body.code).toBe("activation-link");
    expect((await joining.show(stranger.browser)).body.step).toBe("none");
    const gone = (await rows.all("flows")).filter(({ status }) => status === "ABANDONED");
    expect(gone.filter(({ person }) => person !== undefined)).toEqual([]);
    expect((await joining.byLink(mine.browser, mine.token)).status).toBe(200);
  });

  it("an account that mailbox and password made is not taken away by a link", async () => {
    const { browser, token, email } = await registered();
    await joining.byLink(browser, token);
    expect((await joining.refuse(service.browser(), token)).body.code).toBe("activation-link");
    expect((await signIn(service.browser(), email)).status).toBe(200);
  });
});
