import { describe, expect, test } from "vitest";
import type { SchoolLevel } from "../../../functions/contract/catalogue.ts";
import { readClass, readSeat } from "../../../functions/jobs/import-roster/rules/class-and-seat.ts";
import { dayInTaiwan, standing } from "../../../functions/jobs/import-roster/rules/dates.ts";
import { readGrade } from "../../../functions/jobs/import-roster/rules/grade.ts";
import { findSchool, readLevel } from "../../../functions/jobs/import-roster/rules/school.ts";
import { readNumber } from "../../../functions/person/number-words.ts";
import { schools } from "./sources.ts";

describe("a grade", () => {
  test.each<[string, SchoolLevel, number | undefined]>([
    ["4", "國小", 4],
    ["04", "國小", 4],
    ["４", "國小", 4],
    ["四年級", "國小", 4],
    ["六年", "國小", 6],
    ["小六", "國小", 6],
    ["2", "國中", 8],
    ["8", "國中", 8],
    ["國二", "國中", 8],
    ["八年級", "國中", 8],
    ["1", "高中職", 10],
    ["10", "高中職", 10],
    ["高一", "高中職", 10],
    ["職三", "高中職", 12],
    ["十二年級", "高中職", 12],
    ["國一", "特教學校", 7],
    ["12", "特教學校", 12],
    ["大四", "大專校院", 4],
    [" ", "國小", undefined],
  ])("written %j at a %s is %s", (text, level, grade) => {
    expect(readGrade(text, level)).toEqual({ ok: true, grade });
  });

  test.each<[string, SchoolLevel]>([
    ["7", "國小"],
    ["0", "國小"],
    ["國一", "國小"],
    ["4", "國中"],
    ["6", "國中"],
    ["10", "國中"],
    ["9", "高中職"],
    ["13", "高中職"],
    ["高四", "高中職"],
    ["13", "特教學校"],
    ["9", "大專校院"],
  ])("%j is not one of a %s", (text, level) => {
    expect(readGrade(text, level)).toEqual({ ok: false, reason: "grade-range" });
  });

  test.each(["KG", "四年二班", "-1", "1.5", "1e1", "四四四", "年級", "__proto__", "小"])(
    "%j cannot be read",
    (text) => {
      expect(readGrade(text, "國小")).toEqual({ ok: false, reason: "grade-unreadable" });
    },
  );
});

describe("a class and a seat", () => {
  test.each([
    ["3", "3"],
    ["03", "3"],
    ["三班", "3"],
    ["六年三班", "3"],
    ["10年12班", "12"],
    ["十二班", "12"],
    ["忠", "忠"],
    ["甲班", "甲"],
    ["資訊一甲", "資訊一甲"],
    ["", undefined],
  ])("class %j is %j", (text, expected) => {
    expect(readClass(text)).toEqual({ ok: true, class: expected });
  });

  test.each(["0", "班", "=1+1", "a b", "忠\0", "忠\u202e", "班".repeat(22)])("class %j cannot be read", (text) => {
    expect(readClass(text)).toEqual({ ok: false, reason: "class-unreadable" });
  });

  test.each([
    ["7", 7],
    ["07", 7],
    ["7號", 7],
    ["99", 99],
    ["", undefined],
  ])("seat %j is %j", (text, seat) => {
    expect(readSeat(text)).toEqual({ ok: true, seat });
  });

  test.each(["0", "100", "-1", "七號半", "1.0"])("seat %j is out of range", (text) => {
    expect(readSeat(text)).toEqual({ ok: false, reason: "seat-range" });
  });
});

test.each([
  ["一", 1],
  ["十", 10],
  ["十九", 19],
  ["二十", 20],
  ["九十九", 99],
  ["007", 7],
])("%s reads as the number %i", (text, number) => {
  expect(readNumber(text)).toBe(number);
});

test.each(["", "一二", "十十", "零", "1234", "１"])("%j reads as no number", (text) => {
  expect(readNumber(text)).toBeUndefined();
});

describe("a school", () => {
  test("is found by code and level together", () => {
    expect(findSchool("011301", "國中", schools)).toEqual({ code: "011301", level: "國中" });
    expect(findSchool("014601", "國中", schools)).toBeUndefined();
  });

  test("gets back the leading zeros a spreadsheet took, for its own level only", () => {
    expect(findSchool("14601", "國小", schools)).toEqual({ code: "014601", level: "國小" });
    expect(findSchool("1", "大專校院", schools)).toEqual({ code: "0001", level: "大專校院" });
    expect(findSchool("14601", "國中", schools)).toBeUndefined();
    expect(findSchool("", "大專校院", schools)).toBeUndefined();
  });

  test("is found by a code in small letters or full width", () => {
    expect(findSchool("０２０ｆ０１", "特教學校", schools)?.code).toBe("020F01");
  });

  test("level may be said in other usual words", () => {
    expect(["國民小學", "高職", " 大學 ", "constructor"].map(readLevel)).toEqual([
      "國小",
      "高中職",
      "大專校院",
      undefined,
    ]);
  });
});

describe("a role's dates", () => {
  test("are counted in days of Taiwan", () => {
    expect(dayInTaiwan(new Date("2026-07-31T15:59:59Z"))).toBe("2026-07-31");
    expect(dayInTaiwan(new Date("2026-07-31T16:00:00Z"))).toBe("2026-08-01");
  });

  test.each([
    ["", "", "during"],
    ["2026-11-21", "2026-11-21", "during"],
    ["2026-11-22", "", "before"],
    ["", "2026-11-20", "after"],
    ["2026/11/01", "", "unreadable"],
    ["", "2026-13-01", "unreadable"],
  ])("from %j to %j stand %s on 2026-11-21", (begin, end, expected) => {
    expect(standing("2026-11-21", begin, end)).toBe(expected);
  });
});
