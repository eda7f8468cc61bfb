import { describe, expect, test } from "vitest";
import {
  classIn,
  gradeIn,
  inClassNumber,
  inClassWords,
  inSixDigits,
  seatIn,
} from "../../../functions/county-callback/rules/words/class.ts";
import { isOutside, rolesOf } from "../../../functions/county-callback/rules/words/role.ts";
import { termIn } from "../../../functions/county-callback/rules/words/term.ts";

describe("what a person is, from the county's words (M2)", () => {
  test.each([
    [["學生"], ["student"]],
    [["Stu"], ["student"]],
    [["教師"], ["teacher"]],
    [["主任"], ["teacher"]],
    [["組長"], ["teacher"]],
    [["導師"], ["teacher"]],
    [["代理教師（音樂）"], ["teacher"]],
    [["校長"], ["staff"]],
    [["職員"], ["staff"]],
    [["工友"], ["staff"]],
    [["學校管理者"], ["staff"]],
    [["教育局人員"], ["staff"]],
    [["會計室主任"], ["staff"]],
    [["教師", "學校管理者"], ["teacher"]],
    [["職員", "組長"], ["staff"]],
    [["教師", "家長"], ["teacher"]],
    [
      ["學生", "教師"],
      ["student", "teacher"],
    ],
    [["家長"], []],
    [["學生家長"], []],
    [["退休教師"], []],
    [["學生事務處"], []],
    [["constructor"], []],
    [[], []],
  ])("%j is %j", (words, roles) => expect(rolesOf(words)).toEqual(roles));

  test.each(["家長", "學生家長", "Parent", "畢業校友"])("%s is at no school", (word) =>
    expect(isOutside(word)).toBe(true),
  );
});

describe("grade, class and seat become plain numbers", () => {
  test.each([
    ["四年級", "4"],
    ["四", "4"],
    ["４", "4"],
    ["04", "4"],
    [4, "4"],
    ["十一", "11"],
    ["十二年級", "12"],
    ["國二", "8"],
    ["國中8年級", "8"],
    ["高一", "10"],
    ["0", undefined],
    ["00", undefined],
    [0, undefined],
    [-1, undefined],
    ["-3", undefined],
    ["3.5", undefined],
    ["13", undefined],
    ["大班", undefined],
    ["NA", undefined],
    [null, undefined],
    [{}, undefined],
  ])("grade %j is %j", (told, grade) => expect(gradeIn(told)).toBe(grade));

  test.each([
    ["二班", "2"],
    ["十一", "11"],
    ["二十三班", "23"],
    ["０２", "2"],
    ["忠班", "忠"],
    ["資訊一甲", "資訊一甲"],
    ["六年三班", "3"],
    [5, "5"],
    ["0", undefined],
    ["-2", undefined],
    ["四年級", undefined],
    ["<b>", undefined],
    ["甲".repeat(21), undefined],
  ])("class %j is %j", (told, name) => expect(classIn(told)).toBe(name));

  test.each([
    ["07", "7"],
    ["１２號", "12"],
    ["99", "99"],
    ["0", undefined],
    ["100", undefined],
    [-1, undefined],
  ])("seat %j is %j", (told, seat) => expect(seatIn(told)).toBe(seat));

  test("grade and class in one phrase or number", () => {
    expect(inClassWords("三年忠班")).toEqual({ grade: "3", class: "忠" });
    expect(inClassWords("國中二年三班")).toEqual({ grade: "8", class: "3" });
    expect(inClassNumber("1012")).toEqual({ grade: "10", class: "12" });
    expect(inClassNumber("601")).toEqual({ grade: "6", class: "1" });
    expect(inClassNumber("六年一班")).toEqual({ grade: "6", class: "1" });
    expect(inSixDigits("060125")).toEqual({ grade: "6", class: "1", seat: "25" });
    expect(inSixDigits("000000")).toEqual({});
    expect(inSixDigits("zh-TW")).toEqual({});
  });
});

describe("school year and semester", () => {
  test.each([
    ["113", "01", { year: 113, semester: 1 }],
    [113, 2, { year: 113, semester: 2 }],
    ["1131", undefined, { year: 113, semester: 1 }],
    [undefined, "1122", { year: 112, semester: 2 }],
    ["113-1", undefined, { year: 113, semester: 1 }],
    ["113學年度第2學期", undefined, { year: 113, semester: 2 }],
    ["99", "1", { year: 99, semester: 1 }],
    ["2024", "上學期", { year: 113, semester: 1 }],
    ["2012", "1", { year: 101, semester: 1 }],
    ["113", "3", { year: 113 }],
    ["-113", "", {}],
    ["9999", "x", {}],
    [{}, [], {}],
  ])("%j and %j are %j", (year, semester, term) => expect(termIn(year, semester)).toEqual(term));
});
