import { describe, expect, it } from "vitest";
import { rowsBehind } from "../../faults/rows.ts";
import { goodPassword, signIn } from "../../service/people.ts";
import { activationMail, joining, newAttempt } from "../../service/public-people.ts";
import { allRows } from "../../service/rows.ts";
import { startService } from "../../service/service.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const fresh = () => `mei.${service.random()}@mail.test`;
const accountsMade = async () => (await rows.all("accounts")).filter(({ accountName }) => accountName !== undefined);

describe("其他 register with their e-mail address (M20)", () => {
  it("the form, the mail, the page of its link, 啟用帳號 with the password, and the sign-in by e-mail", async () => {
    const [browser, email] = [service.browser(), fresh()];
    const { status, body } = await joining.register(browser, email, { phone: "(02) 2737-7711 #12", gender: "female" });
    expect([status, body]).toEqual([
      200,
      {
        step: "sent",
        email: `m***${email.slice(email.indexOf("@"))}`,
        expiresIn: 86_400,
        codeExpiresIn: 600,
        resendIn: 60,
        passwordRules: { minLength: 8, maxLength: 20, classes: { kind: "letters-and-digits" } },
      },
    ]);
    service.clock.advanceBy({ seconds: 10 });
    expect((await joining.show(browser)).body).toEqual({
      ...body,
      expiresIn: 86_390,
      codeExpiresIn: 590,
      resendIn: 50,
    });
    expect((await signIn(service.browser(), email)).status).toBe(401);

    const { token } = await activationMail(service, email);
    expect((await joining.look(browser, token)).body).toEqual({ state: "open", email: body.email });
    expect((await joining.byLink(browser, token)).body).toEqual({ account: email });
    expect(service.sent(email)[0]?.text).toContain("林美惠");
    expect((await joining.show(browser)).body).toMatchObject({ step: "done", account: body.email });
    expect((await joining.look(browser, token)).body).toEqual({ state: "done", email: body.email });

    const person = service.browser();
    expect((await signIn(person, email.toUpperCase())).status).toBe(200);
    expect((await person.call("GET /api/my-account")).body).toMatchObject({ name: "林美惠", account: email });
  });

  it("the code is the other way, in the browser that registered (T10)", async () => {
    const [browser, email] = [service.browser(), fresh()];
    await joining.register(browser, email);
    const { code } = await activationMail(service, email);
    expect((await joining.byCode(service.browser(), code)).body.code).toBe("public-registration-missing");
    expect((await joining.byCode(browser, code)).body).toEqual({ account: email });
    expect((await signIn(service.browser(), email)).status).toBe(200);
  });

  it("the link works on any device, and a repeat of either press gives the same answer and makes nothing (T46)", async () => {
    const [browser, phone, email, attempt] = [service.browser(), service.browser(), fresh(), newAttempt()];
    await joining.register(browser, email);
    const { code, token } = await activationMail(service, email);
    expect((await joining.byCode(browser, code, goodPassword, attempt)).body).toEqual({ account: email });
    const before = (await accountsMade()).length;
    expect((await joining.byCode(browser, code, goodPassword, attempt)).body).toEqual({ account: email });
    expect((await joining.byLink(phone, token)).body).toEqual({ account: email });
    expect((await joining.byCode(browser, code)).body.code).toBe("code-wrong");
    expect((await joining.byLink(phone, token, "Wombat-2027-y")).body.code).toBe("password-wrong");
    expect(await accountsMade()).toHaveLength(before);
    expect(service.sent(email).filter(({ text }) => text?.includes("已建立"))).toHaveLength(1);
  });

  it("consent is kept with its version, its time and who gave it; of a minor a guardian too (M15)", async () => {
    const [minor, email] = [service.browser(), fresh()];
    const alone = await joining.register(minor, email, { adult: false });
    expect([alone.body.code, alone.body.fields]).toEqual(["bad-request", [{ field: "guardian", problem: "needed" }]]);
    service.clock.advanceBy({ minutes: 1 });
    await joining.register(minor, email, { adult: false, guardian: true });
    const at = new Date(service.clock.now()).toISOString();
    await joining.byLink(minor, (await activationMail(service, email)).token);
    const account = (await accountsMade()).find(({ createdAt }) => createdAt === at);
    expect(account?.consent).toEqual({ termsVersion: "2026-11-01", at, adult: false, guardian: true });
  });

  it("nothing that a person told lies anywhere in clear, before or after (T26)", async () => {
    const [browser, email] = [service.browser(), `Mei.Secret${service.random()}@mail.test`];
    const told = { name: "隱密惠", nickname: "祕密暱稱", phone: "02-2737-9999", password: "Hidden-Word-9" };
    await joining.register(browser, email, told);
    const secrets = [...Object.values(told), email, email.toLowerCase()];
    const waiting = (await allRows(service.prefix)).join("\n");
    const { token, code } = await activationMail(service, email);
    await joining.byLink(browser, token, told.password);
    const made = (await allRows(service.prefix)).join("\n");
    for (const secret of [...secrets, token, code]) expect([secret, waiting.includes(secret)]).toEqual([secret, false]);
    for (const secret of secrets) expect([secret, made.includes(secret)]).toEqual([secret, false]);
    expect((await signIn(service.browser(), email, told.password)).status).toBe(200);
  });

  it("one audit record says that the account was made, and nothing of whose it is (I5)", async () => {
    const [browser, email] = [service.browser(), fresh()];
    await joining.register(browser, email);
    const before = new Set((await rows.all("audit")).map(({ entry }) => entry));
    await joining.byLink(browser, (await activationMail(service, email)).token);
    const made = (await rows.all("audit")).filter(({ entry }) => !before.has(entry));
    expect(made).toEqual([
      { subject: expect.any(String), entry: expect.any(String), event: "account.created", flowId: expect.any(String) },
    ]);
  });
});
