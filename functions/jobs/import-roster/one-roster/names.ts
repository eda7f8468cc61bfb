import { trimSpaces } from "../../../person/text.ts";

export interface NameParts {
  readonly familyName: string;
  readonly givenName: string;
  readonly middleName: string;
  /** The column `metadata.fullName`, ours: the name whole, for a name that is not family name and given name, as 巴奈．達瑪畢瑪. */
  readonly fullName: string;
}

/**
 * One name out of the parts. The full name, where given, is the name. Else family name first, as identity cards and residence cards print
 * it: without a space when every part is in Chinese characters (王 + 小明 = 王小明), with one when any is not (NGUYEN + THI HOA).
 */
export function joinName(parts: NameParts): string {
  const whole = trimSpaces(parts.fullName);
  if (whole !== "") return whole;
  const written = [parts.familyName, parts.givenName, parts.middleName].map(trimSpaces).filter((part) => part !== "");
  // Co: a school's own extra characters (造字) stand for Chinese ones.
  const chinese = written.every((part) => /^[\p{Script=Han}\p{Co}．·‧・]+$/u.test(part));
  return written.join(chinese ? "" : " ");
}

/**
 * The ID number in `userIds`: `{NID:A123456789}`, alone or in a list `{NID:…},{studentNo:…}`. "" when there is none, undefined when
 * there are two that differ.
 */
export function nidOf(userIds: string): string | undefined {
  const found = [...userIds.matchAll(/\{\s*NID\s*:([^{}]*)\}/gi)].map((match) => trimSpaces(match[1] ?? ""));
  return new Set(found).size > 1 ? undefined : (found[0] ?? "");
}
