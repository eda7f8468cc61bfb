import { textOf } from "../told.ts";

/** 學年度 (year − 1911, from August) and semester that a county speaks of. */
export interface Term {
  readonly year?: number;
  readonly semester?: 1 | 2;
}

const years = { first: 90, last: 199 };

/**
 * `{year:"113", semester:"01"}`, or both in one as `1131` and `113-1`; a year of our era (2024) becomes 113. In summer a county already
 * tells the next term, so a class without its term may be a year wrong (domain facts §5.2).
 */
export function termIn(yearTold: unknown, semesterTold: unknown): Term {
  const both = togetherIn(semesterTold) ?? togetherIn(yearTold);
  if (both) return both;
  const [year, semester] = [yearIn(plain(yearTold)), semesterIn(plain(semesterTold))];
  return { ...(year && { year }), ...(semester && { semester }) };
}

/** For comparing: a later term is a greater number, no term is 0. */
export function orderOf({ year, semester }: Term): number {
  return (year ?? 0) * 10 + (semester ?? 0);
}

function togetherIn(told: unknown): Term | undefined {
  const [, yearWord = "", word = ""] = /^([0-9]{2,3})(?:學年度?第?|[-/.])?0?([12])(?:學期)?$/.exec(plain(told)) ?? [];
  const [year, semester] = [rocYear(Number(yearWord)), semesterIn(word)];
  return year && semester ? { year, semester } : undefined;
}

function yearIn(text: string): number | undefined {
  const [, word] = /^([0-9]{2,4})(?:學年度?)?$/.exec(text) ?? [];
  const number = Number(word);
  return rocYear(number > 1911 ? number - 1911 : number);
}

function rocYear(number: number): number | undefined {
  return number >= years.first && number <= years.last ? number : undefined;
}

function semesterIn(text: string): 1 | 2 | undefined {
  if (/^(?:0?1|上(?:學期)?)$/.test(text)) return 1;
  return /^(?:0?2|下(?:學期)?)$/.test(text) ? 2 : undefined;
}

function plain(told: unknown): string {
  return (textOf(told) ?? "").normalize("NFKC");
}
