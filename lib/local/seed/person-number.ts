const letterValues: Record<string, number> = Object.fromEntries(
  [..."ABCDEFGHJKLMNPQRSTUVXYWZIO"].map((letter, place) => [letter, 10 + place]),
);

/** 1, 2: national, male and female. 8, 9: resident number since 2021. A–D: resident number before. */
export type SecondSign = "1" | "2" | "8" | "9" | "A" | "B" | "C" | "D";

/**
 * A made-up ID number that passes the check: first letter, second sign, a serial of seven digits and the check digit. Serials are small, so that
 * the numbers look made up (A100000001) and are unlikely to be anybody's.
 */
export function personNumber(letter: string, second: SecondSign, serial: number): string {
  const body = String(serial).padStart(7, "0");
  const first = letterValues[letter] ?? 0;
  const secondDigit = "ABCD".includes(second) ? "ABCD".indexOf(second) : Number(second);
  const digits = [first % 10, secondDigit, ...[...body].map(Number)];
  const sum = digits.reduce((total, digit, place) => total + digit * (9 - place), Math.floor(first / 10));
  return `${letter}${second}${body}${(10 - (sum % 10)) % 10}`;
}

/** The letter of the household registration a county issues today. */
export const countyLetters: Readonly<Record<string, string>> = {
  TPE: "A",
  TXG: "B",
  KEE: "C",
  TNN: "D",
  KHH: "E",
  NWT: "F",
  ILA: "G",
  TAO: "H",
  CYI: "I",
  HSQ: "J",
  MIA: "K",
  NAN: "M",
  CHA: "N",
  HSZ: "O",
  YUN: "P",
  CYQ: "Q",
  PIF: "T",
  HUA: "U",
  TTT: "V",
  KIN: "W",
  PEN: "X",
  LIE: "Z",
};
