import { gunzipSync } from "node:zlib";
import { CountyTrouble } from "../../ports/county-providers.ts";

export interface BoundedInit {
  readonly method: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | URLSearchParams | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * One request to a county. The body is read when the promise settles, so `text()` and `json()` of what it gives neither wait nor grow.
 * Any status but 3xx is an answer; all else is a `CountyTrouble` of kind `down`: `not-https`, `timeout`, `too-large`, `redirected`,
 * `unreachable`, `garbled`. `test` is the set-up's: it lets plain http to this machine's loopback address through.
 */
export type BoundedFetch = (url: string, init: BoundedInit, test: boolean) => Promise<Response>;

/** `patience`: seconds for the whole answer, body included. `largest`: bytes of the body, unpacked. */
export interface BoundedParts {
  readonly patience: number;
  readonly largest: number;
  readonly fetch?: (url: string, init: RequestInit) => Promise<Response>;
}

/** A fetch that ends: bounded in time and size, and taken nowhere else by a redirect (a county's answer is a stranger's, T05, T37). */
export function boundedFetch({ patience, largest, fetch: send = fetch }: BoundedParts): BoundedFetch {
  return async (url, init, test) => {
    if (!mayBeAsked(url, test)) throw new CountyTrouble("down", "not-https");
    const time = AbortSignal.timeout(patience * 1_000);
    const signal = init.signal ? AbortSignal.any([time, init.signal]) : time;
    try {
      const { method, headers = {}, body = null } = init;
      const answer = await send(url, { method, headers: { ...headers }, body, redirect: "manual", signal });
      return await readWhole(answer, largest);
    } catch (error) {
      if (error instanceof CountyTrouble) throw error;
      throw new CountyTrouble("down", signal.aborted ? "timeout" : "unreachable", error);
    }
  };
}

/** https anywhere; http to the loopback address only, and only of a set-up made for tests. */
export function mayBeAsked(address: string, test: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || (protocol === "http:" && test && isLoopback(hostname));
}

/** `hostname` as URL gives it: lower case, IPv4 in four decimal parts, IPv6 in brackets. */
const isLoopback = (hostname: string) =>
  hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);

async function readWhole(answer: Response, largest: number): Promise<Response> {
  const { status } = answer;
  if (status < 200 || status > 599 || (status >= 300 && status < 400)) {
    await answer.body?.cancel();
    throw new CountyTrouble("down", status >= 300 && status < 400 ? "redirected" : "garbled");
  }
  const body = unpack(await readUpTo(answer, largest), largest);
  const headers = new Headers(answer.headers);
  // They told of the body as it was sent.
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) headers.delete(name);
  const bodiless = status === 204 || status === 205;
  return new Response(bodiless ? null : Uint8Array.from(body), { status, headers });
}

async function readUpTo(answer: Response, largest: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body ?? []) {
    size += chunk.byteLength;
    // Leaving the loop cancels the stream and with it the connection.
    if (size > largest) throw new CountyTrouble("down", "too-large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Older replies of the central platform are gzip that no content-encoding announces. No JSON, form or HTML begins with these bytes. */
function unpack(body: Buffer, largest: number): Buffer {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  try {
    return gunzipSync(body, { maxOutputLength: largest });
  } catch (error) {
    const tooLarge = error instanceof RangeError;
    throw new CountyTrouble("down", tooLarge ? "too-large" : "garbled", error);
  }
}
