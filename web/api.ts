import type { ErrorCode } from "../functions/contract/errors.ts";
import type { AnswerOf, RequestOf, RouteKey } from "../functions/contract/routes.ts";
import { hasErrorWords } from "./words/first-errors.ts";

/** A code of the API, `offline` when no answer came at all, or `other-account` when somebody else is signed in by now. Each has its sentence in `words/errors.ts`. */
export type ProblemCode = ErrorCode | "offline" | "other-account";

/** RFC 9457 problem document. `id` is a number to quote; `retryAfter` is in seconds. */
export interface Problem {
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly id?: string;
  readonly retryAfter?: number;
  /** Broken rules field by field, e.g. `{ field: "password", problem: "too-short" }`; words in `words/fields.ts`. */
  readonly fields?: readonly { readonly field: string; readonly problem: string }[];
}

export type Outcome<T> = { readonly ok: true; readonly answer: T } | { readonly ok: false; readonly problem: Problem };
type BodyOf<K extends RouteKey> = RequestOf<K> extends undefined ? [] : [body: RequestOf<K>];
/** A route with a part of its path left open. */
type OpenRoute = Extract<RouteKey, `${string}{${string}`>;
/** A route whose body is a file. */
type UploadRoute = Extract<RouteKey, `POST ${string}/picture`>;

/** A cheap phone on a bad line gets this long before it is told that the service cannot be reached. */
const patience = 30_000;
let csrfToken: string | undefined;

/** Remembered by the session (`session.tsx`); goes along with every POST from then on (T22). */
export function sendCsrfToken(token: string | undefined): void {
  csrfToken = token;
}

/**
 * Calls one endpoint of the contract: `await call("POST /api/sign-in", { accountName, password, captcha })`.
 * Never throws: a refusal, a broken answer and a dead line all come back as a `problem` with a sentence of its own.
 */
export function call<K extends RouteKey>(key: K, ...[body]: BodyOf<K>): Promise<Outcome<AnswerOf<K>>> {
  return send(key, body);
}

/** The same where the path has a part to fill in: `await callAt("GET /api/my-account/sign-ins/{most}", "20")`. */
export function callAt<K extends OpenRoute>(key: K, part: string, ...[body]: BodyOf<K>): Promise<Outcome<AnswerOf<K>>> {
  return send(key.replace(/\{.*\}/, encodeURIComponent(part)), body);
}

/** Sends a file as the whole body, in place of JSON: `await upload("POST /api/public/picture", picture)`. */
export function upload<K extends UploadRoute>(key: K, file: Blob): Promise<Outcome<AnswerOf<K>>> {
  return send(key, file);
}

async function send<T>(address: string, body: unknown): Promise<Outcome<T>> {
  const [method = "GET", path = "/"] = address.split(" ");
  // The language of the switch and not the browser's: mails come in the one the person reads the site in.
  const headers: Record<string, string> = {
    accept: "application/json",
    "accept-language": document.documentElement.lang.startsWith("en") ? "en" : "zh-TW",
  };
  const isFile = body instanceof Blob;
  if (method === "POST") headers["content-type"] = isFile ? body.type : "application/json";
  if (method === "POST" && csrfToken) headers["x-csrf-token"] = csrfToken;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), patience);
  try {
    const response = await fetch(path, {
      method,
      headers,
      credentials: "same-origin",
      cache: "no-store",
      signal: stop.signal,
      ...(method === "POST" ? { body: isFile ? body : JSON.stringify(body ?? {}) } : {}),
    });
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    return { ok: true, answer: (await response.json()) as T };
  } catch (error) {
    // An answer that is no JSON comes from something between us and the service, not from the service.
    const code = error instanceof SyntaxError ? "internal" : "offline";
    return { ok: false, problem: { code, status: 0, title: "No answer" } };
  } finally {
    clearTimeout(timer);
  }
}

/** The problem in a refused response: the service's own document, or one made up where something in between answered. */
export async function problemOf(response: Response): Promise<Problem> {
  const { status } = response;
  const code = status === 503 ? "try-again-later" : status === 429 ? "too-many-tries" : "internal";
  const wait = Number(response.headers.get("retry-after") ?? Number.NaN);
  const fallback = {
    code,
    status,
    title: response.statusText,
    ...(Number.isFinite(wait) ? { retryAfter: wait } : {}),
  } as const;
  if (!response.headers.get("content-type")?.includes("json")) return fallback;
  const told = (await response.json().catch(() => undefined)) as Partial<Problem> | null | undefined;
  // A service newer than this page may know codes that this page has no words for.
  return told?.code && (await hasErrorWords(told.code)) ? { ...fallback, ...told } : fallback;
}
