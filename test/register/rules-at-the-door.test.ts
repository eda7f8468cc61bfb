import { describe, expect, it } from "vitest";
import { apply, enrol, goodPassword } from "../service/people.ts";
import { allRows } from "../service/rows.ts";
import { startService } from "../service/service.ts";

const service = await startService();
const [person] = await enrol(service);
const browser = service.browser("198.51.100.7");
await apply.identity(browser, person!);
await apply.consent(browser);

describe("account names are judged by the rule in words (M16)", () => {
  it.each([
    ["short", "five5", "too-short"],
    ["long", "a".repeat(21), "too-long"],
    ["upper case", "Pupil.one", "upper-case"],
    ["a leading digit", "1pupil", "first-letter"],
    ["a comma", "pupil,one", "comma"],
    ["full width", "ｐｕｐｉｌｏｎｅ", "full-width"],
    ["reserved", "postmaster", "reserved"],
  ])("%s: %s → %s", async (_what, accountName, problem) => {
    const before = await allRows(service.prefix);
    const reply = await apply.account(browser, { accountName, email: "a@mail.test" });
    expect(reply).toMatchObject({ status: 422, body: { code: "account-name-rule" } });
    expect(reply.body.fields).toContainEqual({ field: "accountName", problem });
    expect(await allRows(service.prefix)).toEqual(before);
  });

  it("a taken name is said only behind the captcha-guarded step, and nothing is claimed for the loser (T44)", async () => {
    const [other] = await enrol(service);
    const rival = service.browser("198.51.100.8");
    await apply.identity(rival, other!);
    await apply.consent(rival);
    expect((await apply.account(rival, { accountName: "wanted.name", email: "r@mail.test" })).status).toBe(200);
    const reply = await apply.account(browser, { accountName: "wanted.name", email: "a@mail.test" });
    expect(reply).toMatchObject({
      status: 409,
      body: { code: "account-name-taken", fields: [{ field: "accountName", problem: "taken" }] },
    });
    expect((await apply.account(browser, { accountName: "other.name", email: "a@mail.test" })).status).toBe(200);
  });

  it("without an application in this browser nothing is said about any name", async () => {
    const reply = await apply.account(service.browser(), { accountName: "wanted.name", email: "a@mail.test" });
    expect(reply).toMatchObject({ status: 409, body: { code: "registration-missing" } });
  });
});

describe("passwords are judged by the rule in words (M17, C1)", () => {
  it.each([
    ["7 characters", "abcd123", "too-short"],
    ["21 characters, refused and never cut", "abcdefghijklmnop12345", "too-long"],
    ["letters only", "abcdefghij", "needs-digit"],
    ["digits only", "8273645546", "needs-letter"],
    ["common", "password123", "common"],
    ["common in capitals", "PASSWORD123", "common"],
    ["with the account name", "xpupil.onex1", "contains-account-name"],
  ])("%s", async (_what, password, problem) => {
    const reply = await apply.account(browser, { accountName: "pupil.one", email: "a@mail.test", password });
    expect(reply).toMatchObject({ status: 422, body: { code: "password-rule" } });
    expect(reply.body.fields).toContainEqual({ field: "password", problem });
  });

  it("with the person's own ID", async () => {
    const reply = await apply.account(browser, {
      accountName: "pupil.one",
      email: "a@mail.test",
      password: `${person!.personId}x1`,
    });
    expect(reply.body.fields).toContainEqual({ field: "password", problem: "contains-person-id" });
  });

  it("20 characters are accepted", async () => {
    const reply = await apply.account(browser, {
      accountName: "twenty.chars",
      email: "a@mail.test",
      password: `${goodPassword}-tail`.slice(0, 20),
    });
    expect(reply.status).toBe(200);
  });
});

describe("contacts (M18)", () => {
  it("at least one is needed", async () => {
    const reply = await apply.account(browser, { accountName: "pupil.one" });
    expect(reply.body).toMatchObject({
      code: "contact-rule",
      fields: [{ field: "email", problem: "one-contact-needed" }],
    });
  });

  it("each that is given must be right, and all problems of the page are said at once", async () => {
    const reply = await apply.account(browser, {
      accountName: "Bad",
      email: "not an address",
      mobile: "02-2345-6789",
      password: "short",
    });
    expect(new Set(reply.body.fields?.map(({ field }) => field))).toEqual(
      new Set(["accountName", "password", "email", "mobile"]),
    );
  });
});

describe("IDs (M13)", () => {
  it("a wrong check digit is said without a look-up and without spending the captcha", async () => {
    const before = await allRows(service.prefix);
    const reply = await apply.identity(service.browser(), { ...person!, personId: "A123456788" });
    expect(reply.body).toMatchObject({
      code: "person-id-checksum",
      fields: [{ field: "personId", problem: "checksum" }],
    });
    expect(await allRows(service.prefix)).toEqual(before);
  });

  it("a name with markup is no name", async () => {
    const reply = await apply.identity(service.browser(), { ...person!, name: "" });
    expect(reply.status).toBe(400);
  });
});

describe("look-ups are counted before they are done (T05)", () => {
  it("five misses in ten minutes from one address, then no more look-ups, right or wrong; a fresh window opens again", async () => {
    const address = "203.0.113.99";
    const wrong = { ...person!, name: "別人" };
    for (let miss = 0; miss < 5; miss += 1) {
      const [other] = await enrol(service);
      expect((await apply.identity(service.browser(address), { ...other!, name: "別人" })).body.code).toBe(
        "person-not-found",
      );
    }
    expect(await apply.identity(service.browser(address), wrong)).toMatchObject({
      status: 429,
      body: { code: "too-many-tries" },
    });
    service.clock.advanceBy({ minutes: 10 });
    const [fresh] = await enrol(service);
    expect((await apply.identity(service.browser(address), fresh!)).status).toBe(200);
  });

  it("five look-ups a day of one person from anywhere", async () => {
    const [target] = await enrol(service);
    for (let tries = 0; tries < 5; tries += 1) await apply.identity(service.browser(), { ...target!, name: "別人" });
    expect((await apply.identity(service.browser(), target!)).body.code).toBe("too-many-tries");
  });

  it("a class of forty registers behind one school address, each with a typing error first", async () => {
    const pupils = await enrol(service, 40);
    const outcomes = await Promise.all(
      pupils.map(async (pupil) => {
        const seat = service.browser("198.51.100.50");
        await apply.identity(seat, { ...pupil, name: "別人" });
        return (await apply.identity(seat, pupil)).status;
      }),
    );
    expect(outcomes.filter((status) => status === 200)).toHaveLength(40);
  });
});
