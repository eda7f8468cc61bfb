import { foldName } from "./name.ts";
import { countCharacters, findForbiddenCharacter } from "./text.ts";

/** Which kinds of character a flow asks for: M17 letters and digits; M55 any three of four; the strict profile none (C2). */
export type PasswordClasses = { kind: "letters-and-digits" } | { kind: "any-of"; count: number } | { kind: "none" };
/** Lengths are code points of the NFC form, both ends included. */
export type PasswordRules = { minLength: number; maxLength: number; classes: PasswordClasses };
/** What is known of the person, whose words a guesser tries first. */
export type PasswordContext = { accountName?: string; name?: string; personId?: string };
export type PasswordProblem =
  | "too-short"
  | "too-long"
  | "needs-letter"
  | "needs-digit"
  | "needs-classes"
  | "contains-account-name"
  | "contains-name"
  | "contains-person-id"
  | "control-characters"
  | "space-at-end";

/** The one form that is counted, checked and handed to the vault: an é typed in two ways is one password. NFC, not NFKC: nothing is lost. */
export function normalizePassword(text: string): string {
  return text.normalize("NFC");
}

/** Everything wrong with a new password, all at once; an empty list means it is good. Common passwords are another list's matter. */
export function checkPassword(text: string, rules: PasswordRules, context: PasswordContext = {}): PasswordProblem[] {
  const password = normalizePassword(text);
  const length = countCharacters(password);
  const problems: PasswordProblem[] = [];
  if (length < rules.minLength) problems.push("too-short");
  // Refused and never cut (C1): a cut password is one its owner does not know.
  if (length > rules.maxLength) problems.push("too-long");
  problems.push(...classProblems(password, rules.classes));
  const word = onlyWord(password);
  const holds = (words: string[]) => words.some((one) => word.includes(one));
  if (holds(accountWords(context.accountName))) problems.push("contains-account-name");
  if (holds(nameWords(context.name))) problems.push("contains-name");
  if (holds(idWords(context.personId))) problems.push("contains-person-id");
  if (findForbiddenCharacter(password)) problems.push("control-characters");
  // Cognito takes no white space at either end (API reference, AdminSetUserPassword: Password).
  else if (/^\s|\s$/u.test(password)) problems.push("space-at-end");
  return problems;
}

function classProblems(password: string, classes: PasswordClasses): PasswordProblem[] {
  const has = { lower: /[a-z]/.test(password), upper: /[A-Z]/.test(password), digit: /[0-9]/.test(password) };
  if (classes.kind === "letters-and-digits") {
    const problems: PasswordProblem[] = [];
    if (!has.lower && !has.upper) problems.push("needs-letter");
    if (!has.digit) problems.push("needs-digit");
    return problems;
  }
  if (classes.kind === "none") return [];
  // Whatever is no ASCII letter or digit is a 特殊符號 (M55): a space, a mark, a Chinese character.
  const found = [has.lower, has.upper, has.digit, /[^A-Za-z0-9]/u.test(password)].filter(Boolean).length;
  return found >= classes.count ? [] : ["needs-classes"];
}

/** Folded, letters and digits only: "Wang-Xiao.Ming" and "ｗａｎｇ xiao ming" are one word, and marks strewn in hide nothing. */
function onlyWord(text: string): string {
  return foldName(text).replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}

/** The account name, or the part of an address before @, forwards and backwards, from four characters on: shorter ones occur by chance. */
function accountWords(accountName = ""): string[] {
  const [name = ""] = accountName.split("@", 1);
  const word = onlyWord(name);
  return word.length < 4 ? [] : [word, [...word].reverse().join("")];
}

/** The whole name and each of its parts. Latin words count from four letters ("Lin" is in "Berlin"), others from two characters. */
function nameWords(name = ""): string[] {
  const parts = name.split(/[^\p{L}\p{M}\p{N}]+/u);
  return [name, ...parts]
    .map(onlyWord)
    .filter((word) => [...word].length >= (/^[\p{sc=Latin}\p{M}]+$/u.test(word) ? 4 : 2));
}

/**
 * Any six characters of the ID in a row, which covers the whole and its nine digits, and its last four: schools have
 * handed out 身分證後四碼 and 後六碼 as first passwords, so they are what a guesser tries. Four digits hit a random
 * password of eight about once in 2,000.
 */
function idWords(personId = ""): string[] {
  const id = onlyWord(personId);
  if (id.length < 4) return [];
  const runs = Array.from({ length: Math.max(1, id.length - 5) }, (_, start) => id.slice(start, start + 6));
  return [...runs, id.slice(-4)];
}
