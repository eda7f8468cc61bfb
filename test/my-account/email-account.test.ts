import { describe, expect, it } from "vitest";
import { accountClaim } from "../../functions/adapters/claims.ts";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { legacyLinkRow } from "../../functions/adapters/legacy-links.ts";
import { s3Pictures } from "../../functions/adapters/pictures.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { routes } from "../../functions/contract/routes.ts";
import { rowsBehind } from "../faults/rows.ts";
import { accountIn, changeAccount } from "../reset-password/holder.ts";
import { enrol, publicOwner, publicPerson, signIn } from "../service/people.ts";
import { allRows } from "../service/rows.ts";
import { startService } from "../service/service.ts";
import { leftOf } from "./closed-account.ts";
import { auditOf, changeTo, eventsOf, owner } from "./owner.ts";

const service = await startService();
const keys = secretsManagerKeys("educloud/key-ring");
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const sweep = () => service.jobs({ job: "disable-idle" });
const linked = {
  state: "linked",
  platform: "ups",
  legacyAccount: "Mei_Old",
  at: "2026-11-21T00:00:00.000Z",
} as const;

/** An old account that this person joined, as linking leaves it. */
async function joined(userId: string) {
  const legacyKey = `ups#${systemIds.id()}`;
  await rows.put("legacy-accounts", { legacyKey, state: "linked", linkedTo: userId });
  await rows.put("consents", await legacyLinkRow(keys, userId, linked, legacyKey));
  return legacyKey;
}

describe("what 其他 see of themselves (M20, M35)", () => {
  it("the address as account, nickname, phone, gender and picture; no school and no ID", async () => {
    const picture = systemIds.id();
    const told = { nickname: "小美", phone: "02-2345-6789", gender: "female" as const };
    const { browser, account, email, name } = await publicOwner(service, { ...told, picture });
    const { status, body } = await browser.call("GET /api/my-account");
    expect([status, routes["GET /api/my-account"].answer.parse(body)]).toEqual([200, body]);
    expect(body).toMatchObject({
      account,
      name,
      email: { value: email, proved: true },
      details: told,
      picture: `/api/pictures/${picture}`,
      enrolments: [],
    });
    expect(body).not.toHaveProperty("personId");
    expect((await browser.call("GET /api/session")).body).toMatchObject({ accountName: account, name });
  });

  it("everybody else has none of these", async () => {
    const { browser } = await owner(service);
    const { body } = await browser.call("GET /api/my-account");
    expect(Object.keys(body)).not.toEqual(expect.arrayContaining(["details"]));
    expect(body).not.toHaveProperty("picture");
    const change = await browser.call("POST /api/my-account/details", { nickname: "小美" });
    expect([change.status, change.body.code]).toEqual([404, "not-found"]);
  });

  it("all of it is in the download, the earlier addresses and the old accounts too", async () => {
    const { browser, email, userId } = await publicOwner(service, { phone: "02-2345-6789" });
    await joined(userId);
    const value = `n${service.random(5)}@new.test`;
    await changeTo(service, browser, value);
    const { status, body } = await browser.call("POST /api/my-account/data");
    expect([status, routes["POST /api/my-account/data"].answer.parse(body)]).toEqual([200, body]);
    expect(body).toMatchObject({
      account: { account: value, details: { phone: "02-2345-6789" } },
      notice: { adult: true, guardian: false },
      earlierContacts: [{ channel: "email", value: email }],
      counties: [],
      legacyAccounts: [linked],
    });
    const { claims } = await accountIn(rows, userId);
    for (const claim of claims as Set<string>) expect(JSON.stringify(body)).not.toContain(claim.slice(6));
  });
});

describe("changing nickname, phone and gender (M20)", () => {
  it("takes the place of all that was there, sealed, with one audit record that says nothing of it", async () => {
    const { browser, userId, account } = await publicOwner(service, { phone: "02-2345-6789", gender: "male" });
    const details = async () => (await browser.call("GET /api/my-account")).body.details;
    const changed = await browser.call("POST /api/my-account/details", { nickname: " 大 美 ", phone: "" });
    expect([changed.status, changed.body]).toEqual([200, {}]);
    expect(await details()).toEqual({ nickname: "大 美" });
    await browser.call("POST /api/my-account/details", { nickname: "大 美" });
    expect(await eventsOf(rows, userId)).toEqual(["details.changed"]);
    expect(JSON.stringify(await auditOf(rows, userId))).not.toMatch(/美|@/);
    expect((await allRows(service.prefix)).filter((row) => row.includes("大 美"))).toEqual([]);
    await browser.call("POST /api/my-account/details", { nickname: "小美", phone: "(02) 2345-6789", gender: "female" });
    expect(await details()).toEqual({ nickname: "小美", phone: "(02) 2345-6789", gender: "female" });
    expect((await browser.call("GET /api/my-account")).body.account).toBe(account);
  });

  it("everything wrong is told at once, and nothing changes", async () => {
    const { browser, userId } = await publicOwner(service);
    const before = await accountIn(rows, userId);
    for (const [body, code, fields] of [
      [{ nickname: "！！", phone: "12" }, "name-rule", ["nickname", "phone"]],
      [{ nickname: "0912 345" }, "name-rule", ["nickname"]],
      [{ nickname: "小美", phone: "call me" }, "contact-rule", ["phone"]],
    ] as const) {
      const reply = await browser.call("POST /api/my-account/details", body);
      expect([reply.status, reply.body.code]).toEqual([422, code]);
      expect(reply.body.fields?.map(({ field }: { field: string }) => field)).toEqual(fields);
    }
    expect((await accountIn(rows, userId)).person).toBe(before.person);
  });

  it("twenty at once and one of them stands whole (RACE)", async () => {
    const { browser, userId } = await publicOwner(service);
    const pressed = Array.from({ length: 20 }, (_, index) => ({
      nickname: `名${index}`,
      phone: `02-2345-67${10 + index}`,
    }));
    const replies = await Promise.all(pressed.map((one) => browser.copy().call("POST /api/my-account/details", one)));
    const done = replies.filter(({ status }) => status === 200).length;
    expect(done).toBeGreaterThan(0);
    expect(replies.every(({ status }) => status === 200 || status === 503)).toBe(true);
    const { details } = (await browser.call("GET /api/my-account")).body;
    expect(pressed).toContainEqual(details);
    expect(await eventsOf(rows, userId)).toHaveLength(done);
  });
});

describe("what is not for 其他", () => {
  it("the school's routes answer as for nobody, though the document is somebody's (M36)", async () => {
    const { browser } = await publicOwner(service);
    const [person] = await enrol(service);
    const { personId, school, role } = person!;
    for (const route of ["POST /api/my-account/school/look", "POST /api/my-account/school"] as const) {
      const { status, body } = await browser.call(route, { personId, school, role });
      expect([status, body.code]).toEqual([422, "person-not-found"]);
    }
  });

  it("no default password is issued to an address (M49)", async () => {
    const { email } = await publicPerson(service);
    const issued = await service.jobs({ job: "issue-default-passwords", account: email, by: "operator" });
    expect(issued).toEqual({ issued: [], skipped: [], withoutAccount: 0 });
  });
});

describe("closing an account of 其他, and the end of it (M20)", () => {
  const close = async (who: Awaited<ReturnType<typeof publicOwner>>, typed = who.email) =>
    who.browser.call("POST /api/my-account/close", { accountName: typed });

  it("closes by the address, typed in any way, and by nothing else", async () => {
    const who = await publicOwner(service);
    const [name] = who.account.split("@");
    for (const typed of [`${name}`, `${name}@account.test`, `${who.account}@account.test`])
      expect((await close(who, typed)).status, typed).toBe(400);
    const { status, body } = await close(who, ` ${who.email.toUpperCase()}`);
    expect([status, body]).toEqual([200, { account: who.account, days: 30 }]);
    expect(service.sent(who.email)[0]?.text).toContain(who.account);
    expect(service.sent(who.email)[0]?.text).not.toContain("@account.test");
  });

  it("after thirty days nothing is left: not the address, not the earlier one, no picture, no old account", async () => {
    const picture = systemIds.id();
    const pictures = s3Pictures({ bucket: service.environment.PICTURE_BUCKET });
    await pictures.put(picture, Buffer.from("RIFF"));
    const who = await publicOwner(service, { picture });
    const legacyKey = await joined(who.userId);
    const value = `n${service.random(5)}@new.test`;
    await changeTo(service, who.browser, value);
    const old = [await accountClaim(keys, who.account), await accountClaim(keys, value)];
    expect((await close(who, value)).status).toBe(200);
    service.clock.advanceBy({ days: 30 });
    await sweep();
    const left = await leftOf(service, rows, who.userId);
    expect(left).toMatchObject({ rows: 0, claims: [], inVault: 0, erased: 1, account: { status: "ERASED" } });
    expect(await pictures.find(picture)).toBeUndefined();
    const oldAccount = (await rows.all("legacy-accounts")).find((row) => row.legacyKey === legacyKey);
    expect(oldAccount).toEqual({ legacyKey, state: "erased" });
    const all = await allRows(service.prefix);
    expect(old.flatMap((claim) => all.filter((row) => row.includes(claim)))).toEqual([]);
    const next = await publicPerson(service, { email: who.email });
    expect((await signIn(service.browser(), who.email)).status).toBe(200);
    expect(next.userId).not.toBe(who.userId);
  });

  it("before the thirty days nobody gets the address", async () => {
    const [who, other] = [await publicOwner(service), await publicOwner(service)];
    await close(who);
    service.clock.advanceBy({ minutes: 2 });
    expect((await changeTo(service, other.browser, who.email)).body.code).toBe("account-email-taken");
  });
});

describe("mails to 其他", () => {
  it("who does not sign in for a year is told under the address, and disabled (停用)", async () => {
    const { email, account, userId } = await publicPerson(service);
    for (const days of [335, 23, 7]) {
      service.clock.advanceBy({ days });
      await sweep();
    }
    await service.jobs({ job: "send-messages" });
    const mails = service.sent(email);
    expect(mails).toHaveLength(3);
    for (const { text } of mails) expect(text).toContain(account);
    expect((await accountIn(rows, userId)).status).toBe("DISABLED");
    await changeAccount(rows, userId, { status: "ACTIVE" });
  });
});
