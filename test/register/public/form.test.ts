import { describe, expect, it } from "vitest";
import { solvedCaptcha } from "../../service/people.ts";
import { joining, publicForm, withPublicAccount } from "../../service/public-people.ts";
import { allRows } from "../../service/rows.ts";
import { startService } from "../../service/service.ts";

const service = await startService();
const captcha = { token: "x", digits: "123" };

/** Each with everything else right: what it is told, and which field is named. */
const wrong: Record<string, [Record<string, unknown>, string, { field: string; problem: string }[]]> = {
  "an address without a domain": [{ email: "mei@mail" }, "contact-rule", [{ field: "email", problem: "domain" }]],
  "an address in full width": [
    { email: "ｍei@mail.test" },
    "contact-rule",
    [{ field: "email", problem: "full-width" }],
  ],
  "a look-alike letter": [{ email: "mеi@mail.test" }, "contact-rule", [{ field: "email", problem: "characters" }]],
  "an address under the service's own domain, where account names live": [
    { email: "Wang123@Account.test" },
    "contact-rule",
    [{ field: "email", problem: "own-domain" }],
  ],
  "a name without a letter": [{ name: "１２３" }, "name-rule", [{ field: "name", problem: "characters" }]],
  "a nickname without a letter": [{ nickname: "♥♥" }, "name-rule", [{ field: "nickname", problem: "characters" }]],
  "a telephone number of letters": [{ phone: "call me" }, "contact-rule", [{ field: "phone", problem: "characters" }]],
  "a telephone number of four digits": [{ phone: "1234" }, "contact-rule", [{ field: "phone", problem: "length" }]],
  "a short password": [{ password: "ab1" }, "password-rule", [{ field: "password", problem: "too-short" }]],
  "a password that everybody has": [
    { password: "password1" },
    "password-rule",
    [{ field: "password", problem: "common" }],
  ],
  "a password with the own address in it": [
    { email: "mei.lin1990@mail.test", password: "MeiLin1990-x" },
    "password-rule",
    [{ field: "password", problem: "contains-account-name" }],
  ],
  "a minor without a guardian": [
    { adult: false, guardian: false },
    "bad-request",
    [{ field: "guardian", problem: "needed" }],
  ],
  "several at once": [
    { email: "mei@mail", name: "1", password: "ab1", phone: "1", adult: false },
    "contact-rule",
    [
      { field: "email", problem: "domain" },
      { field: "name", problem: "characters" },
      { field: "phone", problem: "length" },
      { field: "guardian", problem: "needed" },
      { field: "password", problem: "too-short" },
    ],
  ],
};

describe("what is wrong with the form is told at once, and costs nothing (M15, M17, M20)", () => {
  it.each(Object.keys(wrong))("%s", async (kind) => {
    const [change, code, fields] = wrong[kind]!;
    const before = await allRows(service.prefix);
    const reply = await joining.register(service.browser(), "mei@mail.test", { ...change, captcha });
    expect([reply.status === 200, reply.body.code, reply.body.fields]).toEqual([false, code, fields]);
    expect(reply.setCookies).toEqual([]);
    expect(await allRows(service.prefix)).toEqual(before);
  });

  it("an older consent text is to be read again, and an unknown field is refused", async () => {
    const browser = service.browser();
    const outdated = await joining.register(browser, "mei@mail.test", { termsVersion: "2020-01-01", captcha });
    expect(outdated.body.code).toBe("consent-outdated");
    const without = await browser.call("POST /api/public/register", { ...publicForm, agreed: false, captcha });
    expect(without.body.code).toBe("bad-request");
  });

  it("a captcha of another form, a wrong one and a used one open nothing (T30)", async () => {
    const browser = service.browser();
    const used = await solvedCaptcha(browser, "public-register");
    expect((await joining.register(browser, "first@mail.test", { captcha: used })).status).toBe(200);
    const others = [used, await solvedCaptcha(browser, "register"), captcha];
    for (const each of others)
      expect((await joining.register(browser, "first@mail.test", { captcha: each })).body.code).toBe("captcha-wrong");
  });

  it("an empty telephone number is none, and full-width spaces around a name are taken off", async () => {
    const reply = await joining.register(service.browser(), "space@mail.test", { phone: " ", name: "　林美惠　" });
    expect(reply.status).toBe(200);
  });
});

describe("how often one network registers is limited before any work (T12, T13)", () => {
  it("ten an hour, then no more; a registered school's network goes on", async () => {
    const [home, school] = [service.browser(), service.browser("198.51.100.7")];
    for (let time = 0; time < 10; time += 1)
      expect((await joining.register(home, `home${time}@mail.test`)).status).toBe(200);
    const over = await joining.register(home, "home10@mail.test");
    expect([over.body.code, over.body.retryAfter]).toEqual(["code-limit", 3_600]);
    for (let time = 0; time < 11; time += 1)
      expect((await joining.register(school, `school${time}@mail.test`)).status).toBe(200);
  });

  it("five mails an hour to one address, whoever asks; what is refused leaves nothing that waits", async () => {
    const { email } = await withPublicAccount(service);
    for (const address of [email, "nobody-yet@mail.test"]) {
      const outcomes = [];
      for (let time = 0; time < 6; time += 1) {
        const browser = service.browser();
        service.clock.advanceBy({ seconds: 60 });
        outcomes.push((await joining.register(browser, address)).body.code ?? "sent");
        if (time === 5) expect((await joining.show(browser)).body.step).toBe("none");
      }
      const sent = address === email ? 4 : 5;
      expect(outcomes).toEqual([...Array(sent).fill("sent"), ...Array(6 - sent).fill("code-limit")]);
    }
  });
});
