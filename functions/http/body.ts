import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type * as z from "zod/mini";
import type { Route } from "../contract/routes.ts";
import { findForbiddenCharacter } from "../person/text.ts";
import { Problem } from "./problem.ts";

/** 64 KB: more than any form of ours; refused before it is parsed (T28). */
export const largestBody = 64 * 1024;

/** A county's answer travels in the address of our page: more would be cut by browsers and edges. */
const largestHandedOver = 12_000;

/** Levels of lists and objects: our forms have three. Brackets by the thousand would run the stack out (T28). */
const deepestBody = 32;

/**
 * Reads a JSON body against its schema (T28); `lines` are the fields that may have line breaks. Throws a Problem; gives the parsed
 * value. Writes nothing.
 */
export function readBody<S extends z.ZodMiniType>(
  event: APIGatewayProxyEventV2,
  schema: S,
  lines: readonly string[] = [],
): z.output<S> {
  const raw = event.body ?? "";
  if (raw.length > (event.isBase64Encoded ? largestBody * 1.4 : largestBody)) throw new Problem("too-large");
  const type = event.headers["content-type"] ?? "";
  if (!/^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(type.trim())) throw new Problem("wrong-content-type");
  const text = event.isBase64Encoded ? decodeUtf8(Buffer.from(raw, "base64")) : raw;
  if (Buffer.byteLength(text) > largestBody) throw new Problem("too-large");
  const value = parse(text);
  refuseForbidden(value, lines);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map((issue) => ({
    field: issue.path.map(String).join("."),
    problem: issue.code ?? "invalid",
  }));
  throw new Problem("bad-request", { fields: fields.slice(0, 20) });
}

/**
 * The bytes of a file that is the whole body. Throws a Problem: `too-large` before anything else, `wrong-content-type` when the sender does
 * not even call it one of the types. What it really is has to be told by its bytes.
 */
export function readUpload(
  { body = "", headers, isBase64Encoded }: APIGatewayProxyEventV2,
  { types, largest }: NonNullable<Route["upload"]>,
): Uint8Array {
  if (body.length > Math.ceil(largest / 3) * 4) throw new Problem("too-large");
  const bytes = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
  if (bytes.length > largest) throw new Problem("too-large");
  const type = headers["content-type"] ?? "";
  if (!types.includes(type.trim().toLowerCase())) throw new Problem("wrong-content-type");
  return bytes;
}

/**
 * The query and the form that another site sent with the browser, as one query string: nothing is read of it here, only its size is
 * bounded. Throws a Problem.
 */
export function readHandedOver(event: APIGatewayProxyEventV2): string {
  const isForm = /^application\/x-www-form-urlencoded\b/i.test(event.headers["content-type"] ?? "");
  const raw = isForm ? (event.body ?? "") : "";
  const form = event.isBase64Encoded ? decodeUtf8(Buffer.from(raw, "base64")) : raw;
  const both = [event.rawQueryString, form].filter(Boolean).join("&");
  if (both.length > largestHandedOver) throw new Problem("too-large");
  return both;
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new Problem("broken-json", { cause });
  }
}

function parse(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Problem("broken-json", { cause });
  }
  if (keysWritten(text) !== keysIn(value)) throw new Problem("duplicate-parameter");
  return value;
}

/** How many object keys the text writes: strings are walked one after another, those before a colon are keys. Linear. */
function keysWritten(text: string): number {
  let keys = 0;
  for (const match of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (match[1] !== undefined) keys += 1;
  return keys;
}

/** How many keys were kept: fewer than written means that one was given twice and JSON.parse let the last one win. */
function keysIn(value: unknown, depth = 0): number {
  if (typeof value !== "object" || value === null) return 0;
  if (depth > deepestBody) throw new Problem("bad-request");
  const inner = Object.values(value).reduce((sum: number, item) => sum + keysIn(item, depth + 1), 0);
  return Array.isArray(value) ? inner : inner + Object.keys(value).length;
}

/** NUL, control and bidi characters have no business in a form; `__proto__` has none in a key. */
function refuseForbidden(value: unknown, lines: readonly string[], field = ""): void {
  if (typeof value === "string") {
    const problem = findForbiddenCharacter(value, { lines: lines.includes(field) });
    if (problem !== undefined) throw new Problem("forbidden-character", { fields: [{ field, problem }] });
    return;
  }
  if (typeof value !== "object" || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (key === "__proto__" || key === "constructor" || key === "prototype") throw new Problem("bad-request");
    refuseForbidden(item, lines, field === "" ? key : `${field}.${key}`);
  }
}
