import { describe, expect, test } from "vitest";
import { caseCategory, openCase } from "../../../functions/contract/schemas/cases.ts";
import { reportAddress } from "../../../web/pages/apply/rules/report-address.ts";
import { checkCase, longestDescription, type TypedCase } from "../../../web/pages/contact-us/rules/case-check.ts";
import { categories, categoryAbout, needsPerson } from "../../../web/pages/contact-us/rules/categories.ts";
import { templateOf, withTemplate } from "../../../web/pages/contact-us/rules/template.ts";

const good: TypedCase = {
  category: "person-not-found",
  person: "A123456789",
  name: "王小明",
  contact: "ming@mail.test",
  description: "學校：市立松山國小",
};
const check = (change: Partial<TypedCase>) => checkCase({ ...good, ...change }, "學校：");

describe("M70: 問題分類", () => {
  test("every category of the contract can be chosen, once", () =>
    expect([...categories].sort()).toEqual([...caseCategory.options].sort()));

  test.each([...caseCategory.options])("?about=%s chooses it", (category) =>
    expect(categoryAbout(category)).toBe(category),
  );

  test("troubles of signing in are questions about signing in", () => {
    expect(categoryAbout("county")).toBe("signing-in");
    expect(categoryAbout("account-disabled")).toBe("signing-in");
  });

  test.each([undefined, "", "nothing", "constructor", "__proto__"])("?about=%s chooses nothing", (about) =>
    expect(categoryAbout(about)).toBeUndefined(),
  );

  test("whoever misses a school or has a suggestion is asked for no ID number", () => {
    expect(["school-not-listed", "suggestion", "other"].some((one) => needsPerson(categoryAbout(one)))).toBe(false);
    expect(needsPerson("person-not-found")).toBe(true);
    expect(needsPerson(undefined)).toBe(false);
  });
});

describe("M11, M13, M14: where a 回報問題 button leads", () => {
  test("to the category with what was chosen, and nothing of the person", () => {
    const choice = { role: "student", county: "臺北市", level: "國小", school: "313601" } as const;
    const address = new URL(reportAddress("wrong-data", choice), "https://site.invalid");
    expect(address.pathname).toBe("/contact-us");
    expect(Object.fromEntries(address.searchParams)).toEqual({ about: "wrong-data", ...choice });
  });

  test("with nothing chosen the address has the category alone", () =>
    expect(reportAddress("school-not-listed", {})).toBe("/contact-us?about=school-not-listed"));
});

describe("M70: the template of 問題描述", () => {
  const languages = ["zh-TW", "en"] as const;

  test.each(categories)("%s asks a line each, in both languages, and fits into the field", (category) => {
    const [zh = "", en = ""] = languages.map((language) => templateOf(category, {}, language));
    for (const line of zh.split("\n")) expect(line).toMatch(/\p{sc=Han}.*：$/u);
    for (const line of en.split("\n")) expect(line).toMatch(/^[A-Z][^\p{sc=Han}]*: $/u);
    expect(zh.split("\n").length).toBe(en.split("\n").length);
    expect(Math.max(zh.length, en.length)).toBeLessThan(longestDescription / 4);
  });

  test("what was chosen in 申請帳號 stands in it", () => {
    const facts = { county: "臺北市", school: "市立松山國小", role: "學生" };
    const template = templateOf("person-not-found", facts, "zh-TW");
    expect(template).toContain("縣市：臺北市\n學校：市立松山國小\n");
    expect(template).toContain("：學生\n");
  });

  test("without a category there is none", () => expect(templateOf(undefined, {}, "en")).toBe(""));

  test("it is put behind what was typed, which stays as it is", () =>
    expect(withTemplate("我試了三次\n", "學校：")).toBe("我試了三次\n\n學校："));
});

describe("M70: what has to be mended before 送出", () => {
  test("a full form may go, and the service takes it", () => {
    expect(check({})).toEqual({});
    const captcha = { token: "t", digits: "123" };
    expect(openCase.safeParse({ ...good, captcha }).success).toBe(true);
  });

  test("an empty form is told everything at once", () => {
    const empty = { category: undefined, person: "", name: "　", contact: " ", description: "\n " };
    expect(checkCase(empty, "")).toEqual({
      category: "empty",
      name: "empty",
      contact: "empty",
      description: "empty",
    });
  });

  test("the ID or account is asked for only where it is needed", () => {
    expect(check({ person: " " })).toEqual({ person: "empty" });
    expect(check({ category: "suggestion", person: "" })).toEqual({});
    expect(check({ person: "A".repeat(321) })).toEqual({ person: "too-long" });
  });

  test.each(["ming@mail.test", " ming@mail.test ", "0912-345-678", "+886 912 345 678", "０９１２３４５６７８"])(
    "%s is a way to reach somebody",
    (contact) => expect(check({ contact })).toEqual({}),
  );

  test.each([
    ["ming@", { kind: "email", problem: "domain" }],
    ["ming＠mail.test", { kind: "email", problem: "full-width" }],
    ["ming.mail.test", { kind: "email", problem: "at" }],
    ["02-2345-6789", { kind: "mobile", problem: "not-mobile" }],
    ["091234567", { kind: "mobile", problem: "length" }],
    ["ming@mail.test\r\nBcc: all@mail.test", { kind: "email", problem: "white-space" }],
  ] as const)("T24: %j is not, and it is said why", (contact, problem) =>
    expect(check({ contact })).toEqual({ contact: problem }),
  );

  test("a name that is none is told", () => expect(check({ name: "123" })).toEqual({ name: "wrong" }));

  test("a template that nobody filled in says nothing", () => {
    expect(check({ description: "學校： " })).toEqual({ description: "not-filled-in" });
    expect(check({ description: "學校：松山國小" })).toEqual({});
  });

  test("T28: a text may have lines, but no hidden characters, and has an end", () => {
    expect(check({ description: "第一行\r\n第二行\t<b>" })).toEqual({});
    expect(check({ description: "abc\u202edef" })).toEqual({ description: "hidden-character" });
    expect(check({ description: "很".repeat(longestDescription) })).toEqual({});
    expect(check({ description: "很".repeat(longestDescription + 1) })).toEqual({ description: "too-long" });
  });
});
