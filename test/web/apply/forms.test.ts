import { describe, expect, test } from "vitest";
import { policies } from "../../../functions/contract/policy.ts";
import {
  type AccountForm,
  accountNameTicks,
  checkAccount,
  checkNewPassword,
} from "../../../web/pages/apply/rules/account-check.ts";
import { checkPerson } from "../../../web/pages/apply/rules/person-check.ts";

const rules = policies.seed.passwords.register;
const good: AccountForm = {
  accountName: "wang.xm_5",
  password: "blue7river",
  again: "blue7river",
  email: "wang@example.com",
  mobile: "0912-345-678",
};
const check = (change: Partial<AccountForm>, person = {}) => checkAccount({ ...good, ...change }, rules, person);

describe("M13: what is said of name and ID before anything is looked up", () => {
  test("a right form has no problems, with spaces and small letters", () => {
    expect(checkPerson({ name: " 王小明 ", personId: " a123456789" })).toEqual({});
  });

  test("a wrong check digit is told", () => {
    expect(checkPerson({ name: "王小明", personId: "A123456788" })).toEqual({ personId: "checksum" });
  });

  test("what is empty is told, both at once", () => {
    expect(checkPerson({ name: "　", personId: "" })).toEqual({ name: "empty", personId: "empty" });
  });

  test("digits are no name", () => {
    expect(checkPerson({ name: "12345", personId: "A123456789" })).toEqual({ name: "not-a-name" });
  });
});

describe("M16–M18: what is said of the account page before it is sent", () => {
  test("a right form has no problems", () => expect(check({})).toEqual({}));

  test("the manual's comma is told to be none of the characters", () => {
    expect(check({ accountName: "wang,xm" }).accountName).toContain("comma");
  });

  test("a password of 21 characters is refused, not cut", () => {
    expect(check({ password: "a1".repeat(11), again: "a1".repeat(11) }).password).toEqual(["too-long"]);
  });

  test("a password with the account name in it is told", () => {
    expect(check({ password: "wang.xm_51", again: "wang.xm_51" }).password).toContain("contains-account-name");
  });

  test("a password with the person's name in it is told", () => {
    const password = "smith2026x";
    expect(check({ password, again: password }, { name: "John Smith" }).password).toContain("contains-name");
  });

  test("two different passwords are told at the second field", () => {
    expect(check({ again: "blue7rivers" })).toEqual({ again: ["different"] });
    expect(check({ again: "" })).toEqual({ again: ["empty"] });
  });

  test("one contact is enough", () => {
    expect(check({ email: "" })).toEqual({});
    expect(check({ mobile: " " })).toEqual({});
    expect(check({ email: "", mobile: "" })).toEqual({ email: ["one-contact-needed"] });
  });

  test("a contact that is filled in must be right even when the other one is", () => {
    expect(check({ mobile: "02-2712-3456" }).mobile).toEqual(["not-mobile"]);
    expect(check({ email: "wang@" }).email).toEqual(["domain"]);
  });

  test("after a reload the password alone is checked by the same rule", () => {
    expect(checkNewPassword({ accountName: "wang.xm_5", password: "short1", again: "short1" }, rules)).toEqual({
      password: ["too-short"],
    });
  });
});

describe("M16: the rule ticked off while typing", () => {
  const met = (text: string) => accountNameTicks(text).map((tick) => tick.met);
  test("nothing is met at the start", () => expect(met("")).toEqual([false, false, false]));
  test("each part is met on its own", () => {
    expect(met("w")).toEqual([false, true, true]);
    expect(met("wang.x")).toEqual([true, true, true]);
    expect(met("1wang_x")).toEqual([true, false, true]);
    expect(met("Wang.xm")).toEqual([true, false, false]);
    expect(met("a".repeat(21))).toEqual([false, true, true]);
  });
});
