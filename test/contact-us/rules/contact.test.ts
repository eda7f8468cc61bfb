import { describe, expect, it } from "vitest";
import { contactOf } from "../../../functions/contact-us/rules/contact.ts";
import { personInMail } from "../../../functions/contact-us/rules/person.ts";

describe("聯絡方式 (M70, T12, T24)", () => {
  it.each([
    ["Wang@Mail.Test", { ok: true, email: "Wang@mail.test" }],
    ["0912-345-678", { ok: true, mobile: "+886912345678" }],
    ["０９１２３４５６７８", { ok: true, mobile: "+886912345678" }],
    ["+81 90 1234 5678", { ok: false, reason: "foreign" }],
    ["02-2345-6789", { ok: false, reason: "not-mobile" }],
    ["wang＠mail.test", { ok: false, reason: "full-width" }],
    ["a@mail.test\r\nBcc: b@mail.test", { ok: false, reason: "white-space" }],
    ["call me", { ok: false, reason: "characters" }],
    [" ", { ok: false, reason: "empty" }],
  ])("%j", (typed, expected) => expect(contactOf(typed)).toEqual(expected));
});

describe("what stands in a mail for an ID or an account (I4)", () => {
  it.each([
    ["A123456789", "A12*****89"],
    ["a123456789", "A12*****89"],
    ["Ａ１２３４５６７８９", "A12*****89"],
    // A slip in the last digit is still nearly the number.
    ["a123456788", "a12*****88"],
    ["P-1234567", "P********"],
    ["1234567890", "123*****90"],
    ["wang.ming_1", "wang.ming_1"],
    ["wang123@account.test", "wang123@account.test"],
    ["我的證號是 A123456789", "我的證***********89"],
    ["", ""],
  ])("%j is told as %j", (typed, told) => expect(personInMail(typed)).toBe(told));
});
