import { findForbiddenCharacter, trimSpaces } from "./text.ts";

/** national: 國民身分證統一編號. resident and resident-old: 統一證號 since and before 2021-01-02. other: 其他身分 ID (M13). */
export type PersonIdKind = "national" | "resident" | "resident-old" | "other";
export type PersonIdProblem = "empty" | "too-short" | "too-long" | "characters" | "checksum";
export type ParsedPersonId = { ok: true; id: string; kind: PersonIdKind } | { ok: false; reason: PersonIdProblem };

/** A letter's value is 10 plus its place here: A10 … H17, J18 … V29, X30 Y31 W32 Z33 I34 O35. */
const letterOrder = "ABCDEFGHJKLMNPQRSTUVXYWZIO";
const weights = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];
// [0-9] and not \d: the same text is a rule in other tongues (JSON Schema, Python), where \d takes Arabic-Indic digits.
const shapes = {
  national: /^[A-Z][12][0-9]{8}$/,
  resident: /^[A-Z][89][0-9]{8}$/,
  "resident-old": /^[A-Z][A-D][0-9]{8}$/,
} as const;
const length = { min: 4, max: 30 };

function shapeOf(id: string): Exclude<PersonIdKind, "other"> | undefined {
  if (shapes.national.test(id)) return "national";
  if (shapes.resident.test(id)) return "resident";
  return shapes["resident-old"].test(id) ? "resident-old" : undefined;
}

/**
 * Tens and units of the first letter, then the nine digits, weighed 1,9,8,7,6,5,4,3,2,1,1: the sum is a multiple of 10.
 * In the old resident number the second letter A–D counts as the units digit of its own value (A0 B1 C2 D3).
 */
function checks(id: string): boolean {
  const first = 10 + letterOrder.indexOf(id.charAt(0));
  const second = "ABCD".indexOf(id.charAt(1));
  const digits = [
    Math.floor(first / 10),
    first % 10,
    second < 0 ? Number(id[1]) : second,
    ...[...id.slice(2)].map(Number),
  ];
  return digits.reduce((sum, digit, place) => sum + digit * weights[place]!, 0) % 10 === 0;
}

/** The kind of a Taiwan number exactly as written (nothing is trimmed or normalised); undefined when it is not a valid one. */
export function taiwanIdKind(id: string): Exclude<PersonIdKind, "other"> | undefined {
  const kind = shapeOf(id);
  return kind && checks(id) ? kind : undefined;
}

/**
 * Reads the ID a person typed (M13). Spaces at the ends go, full width becomes half width, letters become upper case.
 * A number shaped like a Taiwan one must pass its check, so a slip is told without a look-up; any other text of 4–30
 * letters, digits and hyphens is an opaque ID of another kind. A control character, a line end too, is refused.
 * The check misses about 10 % of slips: passing it proves nothing about the person.
 */
export function parsePersonId(text: string): ParsedPersonId {
  if (findForbiddenCharacter(text)) return { ok: false, reason: "characters" };
  const id = trimSpaces(text).normalize("NFKC").toUpperCase();
  if (id === "") return { ok: false, reason: "empty" };
  if (id.length < length.min) return { ok: false, reason: "too-short" };
  if (id.length > length.max) return { ok: false, reason: "too-long" };
  if (!/^[A-Z0-9-]+$/.test(id)) return { ok: false, reason: "characters" };
  const kind = shapeOf(id);
  if (!kind) return { ok: true, id, kind: "other" };
  return checks(id) ? { ok: true, id, kind } : { ok: false, reason: "checksum" };
}
