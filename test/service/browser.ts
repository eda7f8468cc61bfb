import { randomUUID } from "node:crypto";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { type AnswerOf, type RouteKey, routes } from "../../functions/contract/routes.ts";
import { type RawRequest, rawEvent, responseOf } from "./raw-event.ts";

export type Invoke = (event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

export interface Reply<K extends RouteKey> {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: AnswerOf<K> & {
    code?: string;
    fields?: { field: string; problem: string }[];
    retryAfter?: number;
    id?: string;
  };
  readonly setCookies: readonly string[];
}

/** One browser with its own cookies at one address: what a person has in front of them, without the pages. */
export class Browser {
  readonly cookies = new Map<string, string>();
  csrfToken: string | undefined;
  #invoke: Invoke;
  #edge: { origin: string; secret: string };
  address: string;

  constructor(invoke: Invoke, edge: { origin: string; secret: string }, address: string) {
    this.#invoke = invoke;
    this.#edge = edge;
    this.address = address;
  }

  /** A second browser that has stolen or copied these cookies. */
  copy(): Browser {
    const twin = new Browser(this.#invoke, this.#edge, this.address);
    for (const [name, value] of this.cookies) twin.cookies.set(name, value);
    twin.csrfToken = this.csrfToken;
    return twin;
  }

  /** Sends `body` as JSON; `raw` replaces parts of the event for what a good browser would never send. */
  async call<K extends RouteKey>(key: K, body?: unknown, raw: Partial<APIGatewayProxyEventV2> = {}): Promise<Reply<K>> {
    const result = await this.#invoke(this.event(key, body, raw));
    const setCookies = result.cookies ?? [];
    for (const cookie of setCookies) this.#take(cookie);
    const headers = Object.fromEntries(
      Object.entries(result.headers ?? {}).map(([name, value]) => [name, String(value)]),
    );
    return { status: result.statusCode ?? 0, headers, body: JSON.parse(result.body || "{}"), setCookies };
  }

  /** Goes to an address of any kind, with the cookies, without following a redirect. */
  async visit(url: string, request: Omit<RawRequest, "cookies"> = {}): Promise<Response> {
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`);
    const result = await this.#invoke(rawEvent(this.#edge, this.address, url, { ...request, cookies }));
    for (const cookie of result.cookies ?? []) this.#take(cookie);
    return responseOf(result);
  }

  event(key: RouteKey, body?: unknown, raw: Partial<APIGatewayProxyEventV2> = {}): APIGatewayProxyEventV2 {
    const [method = "", template = ""] = key.split(" ");
    const path = template.replace(/\{(\w+)\}/g, (_, name: string) => raw.pathParameters?.[name] ?? name);
    const headers: Record<string, string> = {
      "x-origin-secret": this.#edge.secret,
      "cloudfront-viewer-address": `${this.address}:4711`,
      "user-agent": "test browser",
      ...(method === "POST" ? { origin: this.#edge.origin, "content-type": "application/json" } : {}),
      ...(this.csrfToken === undefined ? {} : { "x-csrf-token": this.csrfToken }),
    };
    return {
      version: "2.0",
      routeKey: key,
      rawPath: path,
      rawQueryString: "",
      cookies: [...this.cookies].map(([name, value]) => `${name}=${value}`),
      requestContext: {
        accountId: "test",
        apiId: "test",
        domainName: "test",
        domainPrefix: "test",
        http: { method, path, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test browser" },
        requestId: randomUUID(),
        routeKey: key,
        stage: "$default",
        time: "",
        timeEpoch: 0,
      },
      ...("request" in routes[key] ? { body: JSON.stringify(body ?? {}) } : {}),
      isBase64Encoded: false,
      ...raw,
      headers: { ...headers, ...(raw.headers as Record<string, string> | undefined) },
    };
  }

  #take(cookie: string): void {
    const [pair = ""] = cookie.split(";");
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    if (/Max-Age=0/.test(cookie)) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** Whose session a browser has. */
export const userIdIn = (browser: Browser): string => browser.cookies.get("__Host-session")?.split(".")[0] ?? "";
