import type { SchoolLevel } from "../../../contract/catalogue.ts";
import { readNumber, wordsPattern } from "../../../person/number-words.ts";
import { plainText } from "../../../person/text.ts";

type GradeReason = "grade-unreadable" | "grade-range";
export type ReadGrade = { ok: true; grade: number | undefined } | { ok: false; reason: GradeReason };

/** The first and last grade of each level, counted through from 國小; 大專校院 counts its own years (a medical degree has seven). */
const grades: Record<SchoolLevel, { first: number; last: number }> = {
  國小: { first: 1, last: 6 },
  國中: { first: 7, last: 9 },
  高中職: { first: 10, last: 12 },
  特教學校: { first: 1, last: 12 },
  大專校院: { first: 1, last: 8 },
};
const stages: Record<string, SchoolLevel> = { 小: "國小", 國: "國中", 高: "高中職", 職: "高中職", 大: "大專校院" };
const gradeForm = new RegExp(`^([小國高職大]?)([0-9]{1,2}|${wordsPattern})(?:年級?)?$`);

/**
 * 年級 as schools write it: `4`, `04`, `四`, `四年級`, `國二`, `高一`. Junior and senior high schools count 7–9 and 10–12 or again from
 * 1; both become 7–12. Blank is allowed and stays unknown.
 */
export function readGrade(text: string, level: SchoolLevel): ReadGrade {
  const plain = plainText(text);
  if (plain === "") return { ok: true, grade: undefined };
  const parts = gradeForm.exec(plain);
  const number = parts?.[2] ? readNumber(parts[2]) : undefined;
  if (!parts || number === undefined) return { ok: false, reason: "grade-unreadable" };
  const stage = parts[1] ? stages[parts[1]] : undefined;
  if (stage && stage !== level && level !== "特教學校") return { ok: false, reason: "grade-range" };
  const grade = countedThrough(number, stage ?? level);
  const { first, last } = grades[level];
  return grade >= first && grade <= last ? { ok: true, grade } : { ok: false, reason: "grade-range" };
}

/** 國二 and 二年級 of a 國中 are grade 8; a number that the level does not have stays as it is, to be refused. */
function countedThrough(number: number, level: SchoolLevel): number {
  const { first, last } = grades[level];
  const years = last - first + 1;
  return number >= 1 && number <= years ? first + number - 1 : number;
}
