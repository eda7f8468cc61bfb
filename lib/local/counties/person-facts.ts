import { createHash } from "node:crypto";
import type { CountyAccount } from "./accounts.ts";

/** Facts as counties tell them, made from an account and the same each time. */
const digest = (text: string) => createHash("sha256").update(text).digest("hex");

/** A subject in the form of a UUID (version 8, RFC 9562: made our own way). */
export function uuidOf({ county, account }: CountyAccount): string {
  const hex = digest(`${county} ${account}`);
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    "-",
  );
}

/** A subject of no meaning that only this one client gets (OIDC Core §8.1). */
export const pairwiseOf = ({ county, account }: CountyAccount): string => digest(`pairwise ${county} ${account}`);

/** What the counties call guid: the ID number hashed. */
export const guidOf = ({ personId }: CountyAccount): string => digest(personId.toUpperCase());

const titles = { student: "學生", teacher: "教師", staff: "職員" } as const;
export const titleOf = ({ role }: CountyAccount): string => titles[role];

const numerals = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
/** 四年二班. */
export const classNameOf = (grade: number, className: number): string =>
  `${numerals[grade] ?? grade}年${numerals[className] ?? className}班`;

export const twoDigits = (number: number): string => String(number).padStart(2, "0");
