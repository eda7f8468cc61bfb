import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import type { NotTold } from "../ports/logouts.ts";
import { InternalAddressError, isLoopback, isPublic, type LookUpAll, lookUpOnly } from "./public-addresses.ts";

export interface PostOptions {
  /** Seconds for the whole answer. */
  readonly patience: number;
  /** The service itself is on this machine's loopback address: then applications there are told too, by plain http. */
  readonly onLoopback: boolean;
  readonly lookup?: LookUpAll;
}

export interface Posted {
  readonly status: number;
  /** The beginning of the body, where it was asked for. */
  readonly text: string;
}

interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** How many bytes of the answer's body are read with this status; nothing unless said. */
  readonly reads?: (status: number) => number;
}

export type BoundedPost = (address: string, sent: Sent) => Promise<Posted | NotTold>;

/** True of a service on one machine: its applications may be there as well. */
export const isLoopbackOrigin = (origin: string): boolean => isLoopbackHost(new URL(origin).hostname);

/**
 * POSTs to an application's address, bounded in every way (T41): https to a public address, no redirect followed, no more of the body read
 * than is wanted, an end after `patience`. Never throws.
 */
export function boundedPost({ patience, onLoopback, lookup }: PostOptions): BoundedPost {
  return async (address, sent) => {
    const url = new URL(address);
    const isHere = onLoopback && isLoopbackHost(url.hostname);
    if (url.protocol !== "https:" && !(isHere && url.protocol === "http:")) return "not-https";
    const allowed = isHere ? isLoopback : isPublic;
    // An address written as numbers is looked up by nobody.
    const literal = literalOf(url);
    if (literal !== undefined && !allowed(literal)) return "internal-address";
    return send(url, sent, { signal: AbortSignal.timeout(patience * 1_000), lookup: lookUpOnly(allowed, lookup) });
  };
}

function send(
  url: URL,
  { headers, body, reads = () => 0 }: Sent,
  options: { readonly signal: AbortSignal; readonly lookup: ReturnType<typeof lookUpOnly> },
): Promise<Posted | NotTold> {
  const { promise, resolve } = Promise.withResolvers<Posted | NotTold>();
  const request = (url.protocol === "https:" ? httpsRequest : httpRequest)(url, {
    ...options,
    method: "POST",
    // A connection of its own: none is kept that another name was checked for.
    agent: false,
    headers: { ...headers, "content-length": Buffer.byteLength(body) },
  });
  request.once("response", (response) => {
    const status = response.statusCode ?? 0;
    readBeginning(response, reads(status), (text) => resolve({ status, text }));
  });
  // A receiver that changes the protocol (101) has no answer to give, and from there on nobody but us ends its connection.
  request.once("upgrade", (_response, socket) => {
    socket.once("error", () => undefined);
    socket.destroy();
    resolve("unreachable");
  });
  request.once("error", (error) => resolve(troubleOf(error, options.signal)));
  // The last that is heard of any request: whatever came before has said why already.
  request.once("close", () => resolve(options.signal.aborted ? "timeout" : "unreachable"));
  // Whatever became of the connection: nobody waits longer.
  options.signal.addEventListener("abort", () => resolve("timeout"));
  request.end(body);
  return promise;
}

/**
 * So much of a body as is wanted, or as came; the rest, however long, is not waited for. By a call, not a promise: the connection's end is
 * heard before a promise would be.
 */
function readBeginning(response: IncomingMessage, most: number, done: (text: string) => void): void {
  const chunks: Buffer[] = [];
  let length = 0;
  const end = () => {
    done(Buffer.concat(chunks).subarray(0, most).toString("utf8"));
    response.destroy();
  };
  response.once("error", end);
  if (most === 0) {
    end();
    return;
  }
  response.once("close", end);
  response.on("data", (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= most) end();
  });
}

function troubleOf(error: Error, signal: AbortSignal): NotTold {
  if (error instanceof InternalAddressError) return "internal-address";
  return signal.aborted ? "timeout" : "unreachable";
}

const isLoopbackHost = (hostname: string): boolean =>
  hostname === "localhost" || isLoopback(hostname.replace(/^\[|\]$/g, ""));

function literalOf({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, "");
  return isIP(bare) === 0 ? undefined : bare;
}
