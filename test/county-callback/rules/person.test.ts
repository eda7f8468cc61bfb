import { describe, expect, test } from "vitest";
import { profileOf } from "../../../functions/county-callback/counties/counties.ts";
import { identityOf } from "../../../functions/county-callback/rules/identity.ts";
import { guid } from "../fixtures/told.ts";
import { digestOf, mapped, read } from "./read.ts";

const platform = profileOf("TAO");
const named = (name: unknown) => read(platform, { userinfo: { name } });
const byNumber = mapped("CHA", {});
const subjectOf = (subject: unknown, told = {}, profile = platform) =>
  identityOf(profile, { subject: subject as string, told }, digestOf);

describe("a name the county masked is never compared (M3)", () => {
  test.each([
    "王○明",
    "王〇明",
    "王◯明",
    "王O明",
    "王o明",
    "王Ｏ明",
    "王*明",
    "王＊明",
    "王X明",
    "王XX",
    "王OO",
    "J○○ S○○",
    "林_美",
  ])("%s is masked", (name) => expect(named(name)).toMatchObject({ name, nameMasked: true }));

  test.each(["王小明", "Oscar Xu", "XAVIER", "李Amy", "歐陽·Moana", "谷辣斯·尤達卡", "𠮷田"])("%s is not", (name) =>
    expect(named(name)).toMatchObject({ name, nameMasked: false }),
  );

  test.each([["   "], [""], [null], [12345], ["○○○"], ["a\u202eb"], [["王小明"]], ["王".repeat(61)]])(
    "%j is no name",
    (name) => expect(named(name)).not.toHaveProperty("name"),
  );
});

describe("mail is a hint, and only a well-formed one (T35)", () => {
  test.each(["NA", "", "none", "@", "a@b", "王@mail.edu.tw", "a b@mail.edu.tw", null, 5, {}])(
    "%j is dropped",
    (email) => expect(read(platform, { userinfo: { email } })).not.toHaveProperty("email"),
  );

  test("spaces around a good one go", () =>
    expect(read(platform, { userinfo: { email: " a@TP.edu.tw " } }).email).toBe("a@tp.edu.tw"));
});

describe("the digest of the ID number (T35)", () => {
  test.each([[guid], [guid.toUpperCase()], [` ${guid} `], [{ guid }], [[{ guid }]], [JSON.stringify({ guid })]])(
    "%j is read",
    (told) => expect(read(platform, { guid: told }).personDigest).toBe(guid),
  );

  test.each([
    ["NA"],
    [""],
    [guid.slice(1)],
    [`${guid}0`],
    [guid.replace("9", "g")],
    ["0".repeat(64)],
    [{ guid: { guid } }],
    [null],
  ])("%j is none", (told) => expect(read(platform, { guid: told })).not.toHaveProperty("personDigest"));

  test.each([["A123456789"], [" ａ１２３４５６７８９ "], [{ personid: "a123456789" }]])(
    "of the number %j, normalised",
    (personid) => expect(read(byNumber, { personid }).personDigest).toBe(digestOf("A123456789")),
  );

  test.each([["A123456788"], ["NULL"], ["0000000000"], ["A1234*****"], [""], [{}], ["undefined"]])(
    "%j is no number",
    (personid) => expect(read(byNumber, { personid })).not.toHaveProperty("personDigest"),
  );

  test("a digest that is none is not passed on", () => {
    const facts = { subject: "s", told: { personid: "A123456789" } };
    const read = identityOf(byNumber, facts, () => "not hexadecimal");
    expect(read.ok && read.identity).not.toHaveProperty("personDigest");
  });
});

describe("the subject is half of the link's key (T35)", () => {
  test("stays exactly as told", () =>
    expect(subjectOf(" St1020170 ")).toMatchObject({ identity: { subject: " St1020170 " } }));

  test.each(["", "   ", undefined, null, {}, [], true])("%j is refused", (subject) =>
    expect(subjectOf(subject)).toEqual({ ok: false, reason: "subject.missing" }),
  );

  test("one too long is refused", () =>
    expect(subjectOf("s".repeat(513))).toEqual({ ok: false, reason: "subject.too-long" }));

  test.each(["a\0b", "a\nb", "a\ud800", "a\u202eb"])("%j is refused", (subject) =>
    expect(subjectOf(subject)).toEqual({ ok: false, reason: "subject.unreadable" }),
  );

  test("a number that names the account is its text", () =>
    expect(subjectOf("", { user: { uuid: 105 } }, profileOf("TPE"))).toMatchObject({ identity: { subject: "105" } }));

  test("a claim that should name the person and is missing does not fall back on another", () =>
    expect(subjectOf("somebody", { user: {} }, profileOf("TPE"))).toEqual({ ok: false, reason: "subject.missing" }));
});
