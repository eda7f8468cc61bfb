import { describe, expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import { changeAccount, userIdOf } from "../reset-password/holder.ts";
import { apply, codeSentTo, enrol, solvedCaptcha, withAccount } from "../service/people.ts";
import { allRows } from "../service/rows.ts";
import { type Service, serviceOver, startParts } from "../service/service.ts";
import { ask } from "./asking.ts";

const parts = await startParts();
const service = await serviceOver(parts);
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);

const sweep = async (of: Service) => {
  of.clock.advanceBy({ minutes: 1 });
  await of.jobs({ job: "send-messages" });
};

/** Somebody with an account, a proved mail address and a mobile that nobody proved. */
async function reachable(of: Service) {
  const [person] = await enrol(of);
  const browser = of.browser();
  const accountName = `u${of.random(5)}`;
  const email = `${accountName}@mail.test`;
  const digits = String(Number.parseInt(of.random(3), 16) % 1_000_000).padStart(6, "0");
  await apply.identity(browser, person!);
  await apply.consent(browser);
  await apply.account(browser, { accountName, email, mobile: `0912${digits}` });
  await apply.send(browser);
  await apply.check(browser, codeSentTo(of, email));
  if ((await apply.complete(browser)).status !== 200) throw new Error("the account was not made");
  return { person: person!, accountName, email, mobile: `+886912${digits}` };
}

describe("忘記帳號 by ID (M41)", () => {
  it("shows the account of the person, whichever way the ID is typed", async () => {
    const { person, accountName } = await withAccount(service);
    for (const personId of [person.personId, ` ${person.personId.toLowerCase()} `]) {
      const { status, body, setCookies } = await ask(service.browser(), personId);
      expect([status, body, setCookies]).toEqual([
        200,
        { outcome: "shown", account: `${accountName}@account.test` },
        [],
      ]);
    }
  });

  it("finds nobody who has no account, is only in the roster, or is unknown", async () => {
    const [person] = await enrol(service);
    for (const personId of [person!.personId, `T-${service.random(5)}`])
      expect((await ask(service.browser(), personId)).body).toEqual({ outcome: "not-found" });
  });

  it("shows a disabled or frozen account too: its owner needs it to enable it (M55)", async () => {
    for (const change of [{ status: "DISABLED" }, { status: "DISABLED", frozen: true }]) {
      const { person, accountName } = await withAccount(service);
      await changeAccount(rows, await userIdOf(service, accountName), change);
      expect((await ask(service.browser(), person.personId)).body.outcome).toBe("shown");
    }
  });

  it.each([
    ["A1", "person-id-rule"],
    ["A123456788", "person-id-checksum"],
  ])("says what is wrong with %s before anything is looked up: %s", async (personId, code) => {
    const kept = () => Promise.all((["limits", "once", "audit", "messages"] as const).map((table) => rows.all(table)));
    const before = await kept();
    const { status, body } = await ask(service.browser(), personId);
    expect([status, body.code]).toEqual([422, code]);
    expect(await kept()).toEqual(before);
  });

  it("takes no captcha of another form, a wrong one, or one twice (M25)", async () => {
    const { person } = await withAccount(service);
    const browser = service.browser();
    const { personId } = person;
    const send = (captcha: unknown) => browser.call("POST /api/forgot-account", { personId, captcha });
    expect((await send(await solvedCaptcha(browser, "sign-in"))).body.code).toBe("captcha-wrong");
    const captcha = await solvedCaptcha(browser, "forgot-account");
    const wrong = captcha.digits === "000" ? "111" : "000";
    expect((await send({ ...captcha, digits: wrong })).body.code).toBe("captcha-wrong");
    expect((await send(captcha)).body.code).toBe("captcha-wrong");
    const fresh = await solvedCaptcha(browser, "forgot-account");
    expect([(await send(fresh)).status, (await send(fresh)).body.code]).toEqual([200, "captcha-wrong"]);
  });
});

describe("the owner hears of every look-up (T05, I5)", () => {
  it("on every known contact, proved or not, within a minute, with a 不是我 link in the mail", async () => {
    const { person, accountName, email, mobile } = await reachable(service);
    const [mails, texts] = [service.sent(email).length, service.sent(mobile).length];
    await ask(service.browser(), person.personId);
    await sweep(service);
    expect([service.sent(email).length, service.sent(mobile).length]).toEqual([mails + 1, texts + 1]);
    const [mail] = service.sent(email);
    expect(mail?.text).toContain(`${accountName}@account.test`);
    expect(mail?.text).toMatch(/https:\/\/account\.test\/not-me#\S+/);
    expect(service.sent(mobile)[0]?.text).not.toContain("http");
    await sweep(service);
    expect(service.sent(email)).toHaveLength(mails + 1);
  });

  it("in the language of the page", async () => {
    const { person, email } = await withAccount(service);
    const browser = service.browser();
    const captcha = await solvedCaptcha(browser, "forgot-account");
    const english = { headers: { "accept-language": "en" } };
    await browser.call("POST /api/forgot-account", { personId: person.personId, captcha }, english);
    await sweep(service);
    expect(service.sent(email)[0]?.subject).toContain("Somebody looked up");
  });

  it("leaves one audit record a hit and none a miss, without a personal datum in clear (I4)", async () => {
    const { person, accountName } = await withAccount(service);
    const userId = await userIdOf(service, accountName);
    const shown = async () => (await rows.all("audit")).filter(({ event }) => event === "account.shown");
    const before = (await shown()).length;
    await ask(service.browser(), `T-${service.random(5)}`);
    expect(await shown()).toHaveLength(before);
    await ask(service.browser(), person.personId);
    expect((await shown()).filter(({ subject }) => subject === userId)).toHaveLength(1);
    const kept = (await allRows(service.prefix)).join("\n");
    for (const clear of [person.personId, person.name]) expect(kept).not.toContain(clear);
  });
});

describe("profile strict (C8)", async () => {
  const strict = await serviceOver(parts, { prefix: "strict-", settings: { POLICY_PROFILE: "strict" } });

  it("says the same to everybody, and sends the account to the contacts that are proved", async () => {
    const { person, accountName, email, mobile } = await reachable(strict);
    const [mails, texts] = [strict.sent(email).length, strict.sent(mobile).length];
    const replies = [
      await ask(strict.browser(), person.personId),
      await ask(strict.browser(), `T-${strict.random(5)}`),
    ].map(({ status, headers, body, setCookies }) => ({ status, headers, body, setCookies }));
    expect(replies[0]).toEqual(replies[1]);
    expect(replies[0]).toMatchObject({ status: 200, body: { outcome: "sent" } });
    await sweep(strict);
    expect([strict.sent(email).length, strict.sent(mobile).length]).toEqual([mails + 1, texts]);
    expect(strict.sent(email)[0]?.text).toContain(`${accountName}@account.test`);
  });
});
