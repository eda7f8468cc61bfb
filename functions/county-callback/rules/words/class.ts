import { readNumber, readSeatNumber, wordsPattern } from "../../../person/number-words.ts";
import { plainText } from "../../../person/text.ts";
import { textOf } from "../told.ts";

/** Grade, class and seat as plain text: `4`, `11`, `忠`. What cannot be read is left out, never guessed. */
export interface ClassFacts {
  readonly grade?: string;
  readonly class?: string;
  readonly seat?: string;
}

const numberPattern = `(?:[0-9]{1,3}|${wordsPattern})`;
/** Years before a stage begins, when the stage is said: 國二 is grade 8, 高一 grade 10. */
const before: Readonly<Record<string, number>> = { 國小: 0, 小: 0, 國中: 6, 國: 6, 高中: 9, 高職: 9, 高: 9, 職: 9 };
const gradeForm = new RegExp(`^(國小|國中|高中|高職|[小國高職])?(${numberPattern})(?:年級?)?$`);
const classForm = new RegExp(`^(?:(.{0,2}${numberPattern})年級?(?!級))?(.{1,20}?)班?$`, "u");

/**
 * 年級 1–12: `4`, `04`, `四年級`, `４`, `國二`. A national relying party met zero, negative and worded grades (domain facts §5.2);
 * the worded ones are read, the others dropped.
 */
export function gradeIn(told: unknown): string | undefined {
  const [, stage = "", word = ""] = gradeForm.exec(plain(told)) ?? [];
  const number = readNumber(word);
  if (number === undefined || number < 1) return undefined;
  const years = before[stage] ?? 0;
  const grade = number > years ? number : number + years;
  return grade <= 12 ? String(grade) : undefined;
}

/** 班級: `二班` and `02` are `2`, `忠班` is `忠`. Letters and digits only, at most 20. */
export function classIn(told: unknown): string | undefined {
  return inClassWords(told).class;
}

/** 座號 1–99. */
export function seatIn(told: unknown): string | undefined {
  const seat = readSeatNumber(plain(told));
  return seat === undefined ? undefined : String(seat);
}

/** Grade and class in one phrase: `六年二班`, `三年忠班`. */
export function inClassWords(told: unknown): ClassFacts {
  const [, gradeWord = "", word = ""] = classForm.exec(plain(told)) ?? [];
  const number = readNumber(word);
  const isName = /^[\p{L}\p{N}][\p{L}\p{N}-]*$/u.test(word) && !/年級?$/.test(word);
  const name = number === undefined ? isName && word : number > 0 && String(number);
  const grade = gradeIn(gradeWord);
  return { ...(grade && { grade }), ...(name && { class: name }) };
}

/** `060125`: grade, class and seat by two digits each (新北 `pref/language`); `000000` is a member of staff. */
export function inSixDigits(told: unknown): ClassFacts {
  const [, ...pairs] = /^([0-9]{2})([0-9]{2})([0-9]{2})$/.exec(plain(told)) ?? [];
  return facts(pairs[0], pairs[1], pairs[2]);
}

/** `601`, `1012`: one or two digits of grade and two of class; anything else is read as words. */
export function inClassNumber(told: unknown): ClassFacts {
  const [, grade, name] = /^([1-9]|1[0-2])([0-9]{2})$/.exec(plain(told)) ?? [];
  return grade === undefined ? inClassWords(told) : facts(grade, name, undefined);
}

/** The three read one by one; only what could be read is there. */
export function facts(gradeTold: unknown, classTold: unknown, seatTold: unknown): ClassFacts {
  const [grade, name, seat] = [gradeIn(gradeTold), classIn(classTold), seatIn(seatTold)];
  return { ...(grade && { grade }), ...(name && { class: name }), ...(seat && { seat }) };
}

function plain(told: unknown): string {
  return plainText(textOf(told) ?? "");
}
