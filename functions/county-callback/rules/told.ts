import JSON5 from "json5";
import { findForbiddenCharacter } from "../../person/text.ts";

/** Nothing a county tells is read beyond this: entries of one list, characters of one text, layers of JSON in JSON. */
export const most = { entries: 500, schools: 20, titles: 20, text: 120 };
const longest = { json: 262_144, loose: 20_000, layers: 3 };

/**
 * Text that holds JSON as the value it holds, anything else as it is. Counties write it as a string, escaped once more, with single
 * quotes, or with bare keys (domain facts §5.4: 基隆, 宜蘭, 臺南). Never throws.
 */
export function opened(told: unknown): unknown {
  let value = told;
  for (let layer = 0; layer < longest.layers && typeof value === "string"; layer += 1) {
    const inside = structureIn(value.trim());
    if (inside === undefined) break;
    value = inside;
  }
  return value;
}

/** The value as a list: a list's first entries, one thing alone as a list of it (a mock of 2018 had objects for lists). */
export function entriesOf(told: unknown): unknown[] {
  const value = opened(told);
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value.slice(0, most.entries) : [value];
}

/** The value as an object of its own members; undefined for all else. */
export function recordOf(told: unknown): Readonly<Record<string, unknown>> | undefined {
  const value = opened(told);
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** The first of these members that says anything. Own members only. */
export function memberOf(record: Readonly<Record<string, unknown>> | undefined, ...names: string[]): unknown {
  const name = names.find((candidate) => record && Object.hasOwn(record, candidate) && says(record[candidate]));
  return name === undefined ? undefined : record?.[name];
}

/** What stands at a profile's place, `<source>.<path>`; undefined where the county says nothing. */
export function factAt(told: unknown, place: string | undefined): unknown {
  if (place === undefined) return undefined;
  return place.split(".").reduce<unknown>((value, name) => memberOf(recordOf(value), name), told);
}

/** One line of text, trimmed: undefined when there is none, when it is too long, or holds what no field may hold (T28). */
export function textOf(told: unknown): string | undefined {
  if (typeof told !== "string" && !(typeof told === "number" && Number.isFinite(told))) return undefined;
  if (typeof told === "string" && told.length > longest.json) return undefined;
  const text = String(told).trim();
  return text === "" || text.length > most.text || findForbiddenCharacter(text) ? undefined : text;
}

function says(value: unknown): boolean {
  return value !== undefined && value !== null && value !== "";
}

function structureIn(text: string): unknown {
  if (!/^[[{"']/.test(text) || text.length > longest.json) return undefined;
  const bared = text
    .replaceAll("&quot;", '"')
    .replace(/\\{1,8}(["'])/g, "$1")
    .replace(/\\{1,8}u(?=[0-9a-f]{4})/gi, "\\u");
  for (const written of text === bared ? [text] : [text, bared]) {
    const value =
      parsed(JSON.parse, written) ?? (text.length > longest.loose ? undefined : parsed(JSON5.parse, written));
    if (value !== undefined) return value;
  }
  return undefined;
}

function parsed(parse: (text: string) => unknown, text: string): unknown {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}
