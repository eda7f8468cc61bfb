import { describe, expect, it } from "vitest";
import { policies } from "../../../functions/contract/policy.ts";
import { fieldErrors, refusedSentences } from "../../../web/pages/public/field-errors.ts";
import { checkDetails, detailsToSend } from "../../../web/pages/public/rules/details-check.ts";
import { checkRegisterForm } from "../../../web/pages/public/rules/form-check.ts";
import { emptyForm, type RegisterForm } from "../../../web/pages/public/rules/register-form.ts";
import { pageAt, registerPageToShow } from "../../../web/pages/public/rules/register-pages.ts";
import { noticeSections } from "../../../web/words/apply-notice.ts";
import { emailWords } from "../../../web/words/fields.ts";
import { publicNoticeSections } from "../../../web/words/public-notice.ts";
import { publicFormWords } from "../../../web/words/public-registration.ts";
import type { Sentence } from "../../../web/words/words.ts";

const rules = policies.seed.passwords.register;
const say = (sentence: Sentence) => sentence["zh-TW"];
const good: RegisterForm = {
  email: "chen@mail.test",
  name: "陳美玲",
  password: "blue7river",
  again: "blue7river",
  nickname: "小安媽媽",
  phone: "",
  gender: "none",
  age: "adult",
};
const check = (change: Partial<RegisterForm>) => checkRegisterForm({ ...good, ...change }, rules);

describe("其他會員註冊 before it is sent (M20)", () => {
  it("a right form has no problems", () => expect(check({})).toEqual({}));

  it("an empty one is told at every field that has to be filled in, in the order of the page", () => {
    const errors = fieldErrors(checkRegisterForm(emptyForm, rules), say);
    expect(errors.map(({ id }) => id)).toEqual(["email", "name", "password", "nickname", "guardian"]);
  });

  it.each([
    [{ email: "chen" }, { email: "at" }],
    [{ name: "123" }, { name: "characters" }],
    [{ password: "chen7chen", again: "chen7chen", email: "chen@mail.test" }, { password: "contains-account-name" }],
    [{ again: "blue7rivers" }, { again: "different" }],
    [{ nickname: "!!" }, { nickname: "characters" }],
    [{ phone: "02-2345" }, { phone: "length" }],
    [{ phone: "call me" }, { phone: "characters" }],
    [{ age: "" as const }, { guardian: "needed" }],
  ])("%j is told as %j", (change, problems) => expect(check(change)).toEqual(problems));

  it("what the service alone knows is told at its field, in words of its own", () => {
    const fields = [
      { field: "email", problem: "own-domain" },
      { field: "email", problem: "too-long" },
      { field: "password", problem: "common" },
    ];
    const problem = { code: "contact-rule", status: 422, title: "", fields } as const;
    expect(refusedSentences(problem, say)).toEqual({
      email: say(publicFormWords.ownDomain),
      password: expect.stringContaining("太多人用了"),
    });
    expect(refusedSentences({ ...problem, fields: [{ field: "email", problem: "at" }] }, say).email).toBe(
      say(emailWords.at),
    );
  });
});

describe("nickname, phone and gender (M20)", () => {
  it("what is blank is left out, spaces around it too", () => {
    expect(detailsToSend({ nickname: " 安安 ", phone: "　", gender: "none" })).toEqual({ nickname: "安安" });
    expect(detailsToSend({ nickname: "安安", phone: " 0223456789 ", gender: "female" })).toEqual({
      nickname: "安安",
      phone: "0223456789",
      gender: "female",
    });
  });

  it("a nickname of spaces is empty", () =>
    expect(checkDetails({ nickname: "　", phone: "", gender: "male" })).toEqual({ nickname: "empty" }));
});

describe("which page of 其他會員註冊 is shown", () => {
  it.each([
    ["/public/register", "consent"],
    ["/public/register/form", "form"],
    ["/public/register/code", "code"],
    ["/public/register/done", "done"],
    ["/public/register/elsewhere", "consent"],
  ])("%s is %s", (path, page) => expect(pageAt(path)).toBe(page));

  it.each([
    // The notice may always be read, and nobody comes to the form past it (M15).
    ["consent", false, "done", "consent"],
    ["form", false, "none", "consent"],
    ["form", true, "sent", "form"],
    ["code", false, "none", "gone"],
    ["code", false, "sent", "code"],
    ["code", true, "done", "done"],
    ["done", true, "sent", "code"],
    ["done", false, "none", "gone"],
  ] as const)("%s, agreed %s, at the service %s: %s", (wanted, agreed, step, shown) =>
    expect(registerPageToShow(wanted, agreed, step)).toBe(shown),
  );
});

describe("個資蒐集告知聲明同意書 of 其他 (M15)", () => {
  it("has every section of the notice, and speaks of no school and asks for no ID number", () => {
    expect(publicNoticeSections.map(({ heading }) => heading)).toEqual(noticeSections.map(({ heading }) => heading));
    const text = publicNoticeSections.flatMap(({ lines }) => lines.map((line) => line["zh-TW"])).join("");
    expect(text).not.toMatch(/學校|名冊|學生|居留證/);
    expect(text).toContain("不會蒐集您的身分證字號");
  });
});
