import { parsePersonId } from "../../person/national-id.ts";
import { memberOf, opened, recordOf, textOf } from "./told.ts";

/**
 * The digest a roster match needs (T35): the county's `guid`, 64 hexadecimal digits in any case, else that of the ID number. Each may be
 * bare text, or the one member of a resource's answer. What is neither gives none: `NA` and placeholders must not make two people one.
 */
export function personDigestIn(
  guidTold: unknown,
  personIdTold: unknown,
  digestOf: (personId: string) => string,
): string | undefined {
  const guid = bare(guidTold, "guid")?.toLowerCase();
  if (guid && isDigest(guid)) return guid;
  const number = parsePersonId(bare(personIdTold, "personid", "personId", "idno") ?? "");
  if (!number.ok || (number.kind === "other" && isPlaceholder(number.id))) return undefined;
  const digest = digestOf(number.id);
  return isDigest(digest) ? digest : undefined;
}

function bare(told: unknown, ...names: string[]): string | undefined {
  const value = opened(told);
  const first = Array.isArray(value) ? value[0] : value;
  return textOf(memberOf(recordOf(first), ...names) ?? first);
}

/** All letters (`NULL`, `NONE`), or one character again and again. */
function isPlaceholder(id: string): boolean {
  return !/[0-9]/.test(id) || new Set(id.replaceAll("-", "")).size < 2;
}

function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text) && new Set(text).size > 1;
}
