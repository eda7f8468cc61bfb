import { describe, expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import { goodPassword, type Person, signIn, solvedCaptcha, withAccount } from "../service/people.ts";
import { serviceOver, startParts } from "../service/service.ts";
import { changeAccount, grantCookie, grantTo, newPassword, passwordsOf, reset, userIdOf } from "./holder.ts";
import { sendPersonalData } from "./personal-data.ts";

const parts = await startParts();
const service = await serviceOver(parts);
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const show = (browser: Parameters<typeof reset>[0]) => browser.call("GET /api/reset-password");
const grantsOf = async (userId: string) =>
  (await rows.all("flows")).filter((row) => row.kind === "reset" && row.userId === userId);

describe("使用個人基本資料重設 (M48, C3)", () => {
  it("a student's name, ID and school open the reset page in this browser, and the password changes", async () => {
    const { person, accountName } = await withAccount(service);
    const browser = service.browser();
    const opened = await sendPersonalData(browser, { ...person, name: ` ${person.name.toLowerCase()}　` });
    expect([opened.status, opened.body]).toEqual([200, { next: "new-password" }]);
    expect(opened.setCookies).toEqual([
      expect.stringMatching(/^__Host-reset=[^;]+; Path=\/; Secure; HttpOnly; SameSite=Lax$/),
    ]);
    expect((await show(browser)).body).toMatchObject({ state: "open", way: "personal-data", name: person.name });
    expect((await show(service.browser())).body).toEqual({ state: "none" });
    expect((await reset(browser)).status).toBe(200);
    expect((await signIn(service.browser(), accountName, newPassword)).status).toBe(200);
  });

  it("is no sign-in: nothing of the account has changed until the new password is set", async () => {
    const { person, accountName } = await withAccount(service);
    const owner = service.browser();
    await signIn(owner, accountName);
    const browser = service.browser();
    await sendPersonalData(browser, person);
    expect((await browser.call("GET /api/session")).body.signedIn).toBe(false);
    expect((await owner.call("GET /api/session")).body.signedIn).toBe(true);
    expect(await passwordsOf(service, await userIdOf(service, accountName), [goodPassword])).toEqual([goodPassword]);
  });

  it("the owner is warned when the page opens and again when the password changes, each with a 不是我 link (T15)", async () => {
    const { person, accountName, email } = await withAccount(service);
    const browser = service.browser();
    const told = () => service.sent(email).map(({ subject, text }) => ({ subject, text }));
    const before = told().length;
    await sendPersonalData(browser, person);
    const [warning, ...more] = told();
    expect(more).toHaveLength(before);
    expect(warning?.text).toContain(`${accountName}@account.test`);
    expect(warning?.text).toContain("密碼目前還沒有改變");
    expect(warning?.text).not.toContain(person.name);
    await reset(browser);
    const [notice] = told();
    expect(notice?.subject).toContain("密碼重設");
    const links = [warning, notice].map(
      ({ text } = { subject: "", text: "" }) => /https:\/\/account\.test\/not-me#\S+/.exec(text ?? "")?.[0],
    );
    expect(links).toEqual([expect.any(String), expect.any(String)]);
    expect(new Set(links).size).toBe(2);
    const userId = await userIdOf(service, accountName);
    const audit = (await rows.all("audit")).filter(({ subject }) => subject === userId).map(({ event }) => event);
    expect(audit.toSorted()).toEqual(["account.created", "account.shown", "password.reset"]);
  });

  it("a person at two schools is found at either, and at no third one", async () => {
    const { person, accountName } = await withAccount(service);
    const second = { code: "383602", level: "國中" as const };
    await enrolAt(person, second);
    for (const school of [person.school, second])
      expect((await sendPersonalData(service.browser(), { ...person, school })).status, school.code).toBe(200);
    const third = { code: "383603", level: "國中" as const };
    expect((await sendPersonalData(service.browser(), { ...person, school: third })).body.code).toBe(
      "person-not-found",
    );
    expect(await grantsOf(await userIdOf(service, accountName))).toHaveLength(2);
  });

  it.each([
    ["personId", { personId: "A1" }, "person-id-rule"],
    ["personId", { personId: "A123456788" }, "person-id-checksum"],
    ["name", { name: "123" }, "name-rule"],
  ])("what cannot be a %s is said before anything is looked up: %o", async (field, change, code) => {
    const { person } = await withAccount(service);
    const { status, body } = await sendPersonalData(service.browser(), { ...person, ...change });
    expect([status, body.code, body.fields?.[0]?.field]).toEqual([422, code, field]);
  });

  it("takes no captcha of another form, and no captcha twice (M25)", async () => {
    const { person } = await withAccount(service);
    const { role, name, personId, school } = person;
    const browser = service.browser();
    for (const form of ["activate", "register", "forgot-account"] as const) {
      const captcha = await solvedCaptcha(browser, form);
      const reply = await browser.call("POST /api/reset-password/personal-data", {
        role,
        name,
        personId,
        school,
        captcha,
      });
      expect(reply.body.code, form).toBe("captcha-wrong");
    }
    const captcha = await solvedCaptcha(browser, "reset-password");
    const again = () =>
      browser.call("POST /api/reset-password/personal-data", { role, name, personId, school, captcha });
    expect([(await again()).status, (await again()).body.code]).toEqual([200, "captcha-wrong"]);
  });
});

describe("24 hours between two changes (M51, T19)", () => {
  it("who matches is told how long to wait at 23:59:59, before there is a grant; at 24:00:00 the page opens", async () => {
    const { person, accountName } = await withAccount(service);
    const userId = await userIdOf(service, accountName);
    await reset(await grantTo(service, accountName, service.browser(), "county"));
    service.clock.advanceBy({ hours: 23, minutes: 59, seconds: 59 });
    const early = await sendPersonalData(service.browser(), person);
    expect(early).toMatchObject({
      status: 429,
      body: { code: "password-changed-recently", retryAfter: 1 },
      setCookies: [],
    });
    const stranger = await sendPersonalData(service.browser(), { ...person, name: "別人" });
    expect(stranger.body.code).toBe("person-not-found");
    expect(await grantsOf(userId)).toHaveLength(1);
    service.clock.advanceBy({ seconds: 1 });
    expect((await sendPersonalData(service.browser(), person)).status).toBe(200);
  });
});

describe("how often (T05, T15)", () => {
  it("one person five times a day from wherever, right or wrong", async () => {
    const { person } = await withAccount(service);
    for (let day = 0; day < 2; day += 1) {
      service.clock.advanceBy({ days: 1 });
      for (let time = 0; time < 5; time += 1) {
        const asked = time % 2 === 0 ? person : { ...person, name: "別人" };
        expect((await sendPersonalData(service.browser(), asked)).status).toBe(time % 2 === 0 ? 200 : 422);
      }
      const refused = await sendPersonalData(service.browser(), person);
      expect([refused.status, refused.body.code]).toEqual([429, "too-many-tries"]);
      expect(refused.setCookies).toEqual([]);
    }
  });
});

describe("a second factor that was bound after the page opened (T15, T18)", () => {
  it("stops the reset before anything changes", async () => {
    const { person, accountName } = await withAccount(service);
    const userId = await userIdOf(service, accountName);
    const browser = service.browser();
    await sendPersonalData(browser, person);
    await changeAccount(rows, userId, { secondFactor: "on" });
    expect(await reset(browser)).toMatchObject({ status: 409, body: { code: "reset-grant-missing" } });
    expect(await passwordsOf(service, userId, [goodPassword, newPassword])).toEqual([goodPassword]);
  });
});

describe("profile strict (C3)", async () => {
  const strict = await serviceOver(parts, { prefix: "strict-", settings: { POLICY_PROFILE: "strict" } });

  it("a match only opens the code step: no grant, no cookie, no message; anything else is not found", async () => {
    const { person, email } = await withAccount(strict);
    const before = strict.sent(email).length;
    const browser = strict.browser();
    const { status, body, setCookies } = await sendPersonalData(browser, person);
    expect([status, body, setCookies]).toEqual([200, { next: "code" }, []]);
    expect(browser.cookies.has(grantCookie)).toBe(false);
    expect(strict.sent(email)).toHaveLength(before);
    expect((await sendPersonalData(strict.browser(), { ...person, name: "別人" })).body.code).toBe("person-not-found");
  });
});

async function enrolAt({ name, personId }: Person, { code, level }: { code: string; level: "國中" }): Promise<void> {
  const csv = `學校代碼,學制,姓名,身分,年級,班級,座號,身分證字號\n${[code, level, name, "學生", 7, "", "", personId].join(",")}`;
  const files = { "名冊.csv": Buffer.from(csv).toString("base64") };
  const schools = [{ code, level, name: "市立另一所國中", county: "臺北市", district: "文山區" }];
  await service.jobs({ job: "import-roster", files, asOf: { year: 115, semester: 1 }, schools });
}
