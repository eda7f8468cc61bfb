import { request as httpRequest, type RequestOptions } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import type { LogoutPost, NotTold } from "../ports/logouts.ts";
import { InternalAddressError, isLoopback, isPublic, type LookUpAll, lookUpOnly } from "./public-addresses.ts";

interface Options {
  /** Seconds for the whole answer. */
  readonly patience: number;
  /** The service itself is on this machine's loopback address: then applications there are told too, by plain http. */
  readonly onLoopback: boolean;
  readonly lookup?: LookUpAll;
}

/** True of a service on one machine: its applications may be there as well. */
export const isLoopbackOrigin = (origin: string): boolean => isLoopbackHost(new URL(origin).hostname);

/**
 * One POST of a logout token (Back-Channel Logout 1.0 §2.5), bounded in every way (T41): https to a public address, no redirect followed,
 * nothing of the body read, an end after `patience`.
 */
export function logoutPost({ patience, onLoopback, lookup }: Options): LogoutPost {
  return {
    tell(address, token) {
      const url = new URL(address);
      const isHere = onLoopback && isLoopbackHost(url.hostname);
      if (url.protocol !== "https:" && !(isHere && url.protocol === "http:")) return Promise.resolve("not-https");
      const allowed = isHere ? isLoopback : isPublic;
      // An address written as numbers is looked up by nobody.
      const literal = literalOf(url);
      if (literal !== undefined && !allowed(literal)) return Promise.resolve("internal-address");
      return send(url, new URLSearchParams({ logout_token: token }).toString(), {
        signal: AbortSignal.timeout(patience * 1_000),
        lookup: lookUpOnly(allowed, lookup),
      });
    },
  };
}

function send(url: URL, body: string, options: RequestOptions): Promise<NotTold | undefined> {
  const { promise, resolve } = Promise.withResolvers<NotTold | undefined>();
  const request = (url.protocol === "https:" ? httpsRequest : httpRequest)(url, {
    ...options,
    method: "POST",
    // A connection of its own: none is kept that another name was checked for.
    agent: false,
    headers: { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) },
  });
  request.once("response", (response) => {
    resolve(whyNot(response.statusCode ?? 0));
    // Only the status says anything; the rest, however long, is not waited for.
    response.once("error", () => undefined);
    response.destroy();
  });
  // A receiver that changes the protocol (101) has no answer to give, and from there on nobody but us ends its connection.
  request.once("upgrade", (_response, socket) => {
    socket.once("error", () => undefined);
    socket.destroy();
    resolve("unreachable");
  });
  request.once("error", (error) => resolve(troubleOf(error, options.signal)));
  // The last that is heard of any request: whatever came before has said why already.
  request.once("close", () => resolve(options.signal?.aborted ? "timeout" : "unreachable"));
  // Whatever became of the connection: nobody waits longer.
  options.signal?.addEventListener("abort", () => resolve("timeout"));
  request.end(body);
  return promise;
}

/** §2.8: 200 is told, and 204 as a framework says it. */
function whyNot(status: number): NotTold | undefined {
  if (status === 200 || status === 204) return undefined;
  return status >= 300 && status < 400 ? "redirected" : "answered-otherwise";
}

function troubleOf(error: Error, signal: AbortSignal | undefined): NotTold {
  if (error instanceof InternalAddressError) return "internal-address";
  return signal?.aborted ? "timeout" : "unreachable";
}

const isLoopbackHost = (hostname: string): boolean =>
  hostname === "localhost" || isLoopback(hostname.replace(/^\[|\]$/g, ""));

function literalOf({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[|\]$/g, "");
  return isIP(bare) === 0 ? undefined : bare;
}
