import { afterEach, describe, expect, it } from "vitest";
import { accountClaim } from "../../functions/adapters/claims.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { rowsBehind } from "../faults/rows.ts";
import { accountIn, isSignedIn } from "../reset-password/holder.ts";
import { publicOwner, publicPerson, signIn, withAccount } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { askedBy, check } from "../verify-code/forgetful.ts";
import { expectAddresses, ownerOf as ownerIn } from "./addresses.ts";
import { askCode, auditOf, changeTo, contactsOf, newMobile, owner, undo, undoTokenSentTo } from "./owner.ts";

const service = await startService();
const keys = secretsManagerKeys("educloud/key-ring");
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const address = () => `N.${service.random(5)}@new.test`;
const sweep = () => service.jobs({ job: "disable-idle" });

const ownerOf = (email: string) => ownerIn(rows, email);

/** 其他 whose address was changed a moment ago. */
async function moved() {
  const who = await publicOwner(service);
  const value = address();
  const { status } = await changeTo(service, who.browser, value);
  expect(status).toBe(200);
  return { ...who, value };
}

afterEach(() => expectAddresses(rows));

const inAs = async (email: string) => (await signIn(service.browser(), email)).status;

describe("the e-mail address of 其他 is their account, and changes with it by proof (M20, M35)", () => {
  it("signs in by the new one from then on, and is called by it everywhere; the session goes on", async () => {
    const { browser, email, value, userId } = await moved();
    const account = value.toLowerCase();
    expect((await browser.call("GET /api/my-account")).body).toMatchObject({
      account,
      email: { value: value, proved: true },
    });
    const { status, body } = await signIn(service.browser(), value);
    expect([status, body]).toMatchObject([200, { accountName: account }]);
    expect([await ownerOf(value), await ownerOf(email)]).toEqual([userId, userId]);
    expect((await accountIn(rows, userId)).accountName).toBe(await accountClaim(keys, account));
    const records = (await auditOf(rows, userId)).filter(({ event }) => event === "contact.changed");
    expect(records).toHaveLength(1);
    expect(JSON.stringify(records)).not.toContain("@");
  });

  it("the old one leads to the account for 72 hours, and its mailbox alone gets the codes (T20)", async () => {
    const { email, value, account } = await moved();
    expect(await inAs(email)).toBe(200);
    for (const typed of [email, value]) {
      const sent = service.sent(value).length;
      const { browser, code } = await askedBy(service, { accountName: typed, email });
      expect((await check(browser, code)).status).toBe(200);
      expect(service.sent(value)).toHaveLength(sent);
      service.clock.advanceBy({ minutes: 2 });
    }
    expect(account).toBe(email.toLowerCase());
  });

  it("nobody else gets the old one meanwhile; a second after it is anybody's, and signs nobody in (CLOCK)", async () => {
    const { email, value, userId } = await moved();
    service.clock.advanceBy({ hours: 72 });
    await sweep();
    const early = await publicOwner(service);
    expect((await changeTo(service, early.browser, email)).body.code).toBe("account-email-taken");
    expect(await inAs(email)).toBe(200);
    service.clock.advanceBy({ seconds: 1 });
    await sweep();
    expect([await ownerOf(email), await ownerOf(value)]).toEqual([undefined, userId]);
    expect([await inAs(email), await inAs(value)]).toEqual([401, 200]);
    const account = await accountIn(rows, userId);
    expect([account.priorContacts, account.claims]).toEqual([undefined, new Set([account.accountName])]);
    const late = await publicOwner(service);
    expect((await changeTo(service, late.browser, email)).status).toBe(200);
    expect(await ownerOf(email)).toBe(late.userId);
  });

  it("of several changes each address goes when its own time is over (CLOCK)", async () => {
    const { browser, email, value, userId } = await moved();
    const third = address();
    service.clock.advanceBy({ hours: 1 });
    await signIn(browser, value);
    expect((await changeTo(service, browser, third)).status).toBe(200);
    const owners = async () => [await ownerOf(email), await ownerOf(value), await ownerOf(third)];
    expect(await owners()).toEqual([userId, userId, userId]);
    service.clock.advanceBy({ hours: 71, seconds: 1 });
    await sweep();
    expect(await owners()).toEqual([undefined, userId, userId]);
    expect((await accountIn(rows, userId)).priorContacts).toHaveLength(1);
    service.clock.advanceBy({ hours: 1 });
    await sweep();
    expect(await owners()).toEqual([undefined, undefined, userId]);
    expect((await accountIn(rows, userId)).status).toBe("ACTIVE");
  });

  it("the undo brings the account back with the address, and the other is anybody's at once (T20)", async () => {
    const { browser, email, value, userId, account } = await moved();
    const reply = await undo(service.browser(), undoTokenSentTo(service, email));
    expect([reply.status, reply.body.account]).toEqual([200, account]);
    expect(await isSignedIn(browser)).toBe(false);
    expect([await ownerOf(email), await ownerOf(value)]).toEqual([userId, undefined]);
    expect([await inAs(email), await inAs(value)]).toEqual([200, 401]);
    const next = await publicOwner(service);
    expect((await changeTo(service, next.browser, value)).status).toBe(200);
  });

  it("back by the page is as good: what was in between is anybody's at once", async () => {
    const { browser, email, value, userId } = await moved();
    service.clock.advanceBy({ minutes: 2 });
    expect((await changeTo(service, browser, email)).status).toBe(200);
    expect([await ownerOf(email), await ownerOf(value)]).toEqual([userId, undefined]);
    expect((await accountIn(rows, userId)).priorContacts).toEqual([]);
    expect(await inAs(email)).toBe(200);
  });

  it("an address that is somebody's account is told after its mailbox was proved, and not before (T04)", async () => {
    const [{ browser, account, userId }, other] = [await publicOwner(service), await publicPerson(service)];
    const free = address();
    const [asked, askedFree] = [await askCode(browser, other.email), await askCode(browser.copy(), free)];
    expect([asked.status, Object.keys(asked.body)]).toEqual([200, ["masked", "expiresIn", "resendIn"]]);
    expect(askedFree.status).toBe(429);
    service.clock.advanceBy({ minutes: 2 });
    const { status, body } = await changeTo(service, browser, other.email);
    expect([status, body.code]).toEqual([409, "account-email-taken"]);
    expect(await ownerOf(other.email)).toBe(other.userId);
    expect((await browser.call("GET /api/my-account")).body.account).toBe(account);
    expect((await auditOf(rows, userId)).map(({ event }) => event)).not.toContain("contact.changed");
    service.clock.advanceBy({ minutes: 2 });
    expect((await changeTo(service, browser, free)).status).toBe(200);
  });

  it("an address under the service's own domain is refused: there it would be another's account", async () => {
    const { browser } = await publicOwner(service);
    const { accountName } = await withAccount(service);
    for (const value of [`${accountName}@account.test`, "Anybody@ACCOUNT.test"]) {
      const { status, body } = await askCode(browser, value);
      expect([status, body.fields]).toEqual([422, [{ field: "value", problem: "own-domain" }]]);
      const saved = await browser.call("POST /api/my-account/contacts", {
        channel: "email",
        value,
        code: "123456",
        attempt: service.random(20),
        language: "zh-TW",
      });
      expect(saved.body.code).toBe("contact-rule");
    }
  });

  it("a mobile moves nothing: the account and its claims stay", async () => {
    const { browser, account, userId } = await publicOwner(service);
    const before = await accountIn(rows, userId);
    const mobile = newMobile();
    expect((await changeTo(service, browser, mobile.typed, { channel: "sms", to: mobile.sms })).status).toBe(200);
    const after = await accountIn(rows, userId);
    expect([after.accountName, after.claims]).toEqual([before.accountName, before.claims]);
    expect((await browser.call("GET /api/my-account")).body.account).toBe(account);
    expect(await contactsOf(browser)).toMatchObject({ mobile: { proved: true } });
  });

  it("the e-mail of everybody else claims nothing: two may have one, and it may be somebody's account", async () => {
    const [one, other, parent] = [await owner(service), await owner(service), await publicPerson(service)];
    for (const { browser } of [one, other]) expect((await changeTo(service, browser, parent.email)).status).toBe(200);
    expect(await ownerOf(parent.email)).toBe(parent.userId);
    expect(await inAs(parent.email)).toBe(200);
    for (const { accountName, userId } of [one, other])
      expect((await accountIn(rows, userId)).accountName).toBe(accountName);
  });
});
