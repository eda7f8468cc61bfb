import { randomUUID } from "node:crypto";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { routeOf } from "../../lib/local/gateway/route-of.ts";

export interface RawRequest {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly cookies?: readonly string[];
}

/** A request of any kind as the edge hands it to a function; `url` is whole or a path of the site. */
export function rawEvent(
  edge: { origin: string; secret: string },
  address: string,
  url: string,
  { method = "GET", headers = {}, body, cookies = [] }: RawRequest = {},
): APIGatewayProxyEventV2 {
  const { pathname, search } = new URL(url, edge.origin);
  const routeKey = routeOf(method, pathname)?.key ?? "$default";
  return {
    version: "2.0",
    routeKey,
    rawPath: pathname,
    rawQueryString: search.slice(1),
    cookies: [...cookies],
    headers: {
      "user-agent": "test browser",
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
      host: "functions.test",
      "x-origin-secret": edge.secret,
      "cloudfront-viewer-address": `${address}:4711`,
    },
    requestContext: {
      accountId: "test",
      apiId: "test",
      domainName: "functions.test",
      domainPrefix: "test",
      http: { method, path: pathname, protocol: "HTTP/1.1", sourceIp: "192.0.2.1", userAgent: "test browser" },
      requestId: randomUUID(),
      routeKey,
      stage: "$default",
      time: "",
      timeEpoch: 0,
    },
    ...(body === undefined ? {} : { body }),
    isBase64Encoded: false,
  };
}

/** The answer as a program that speaks HTTP sees it. */
export function responseOf(result: APIGatewayProxyStructuredResultV2) {
  const { statusCode = 0, headers = {}, body = "", cookies = [], isBase64Encoded } = result;
  const sent = new Headers(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  for (const cookie of cookies) sent.append("set-cookie", cookie);
  return new Response([204, 303].includes(statusCode) ? null : isBase64Encoded ? Buffer.from(body, "base64") : body, {
    status: statusCode,
    headers: sent,
  });
}
