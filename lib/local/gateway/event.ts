import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { edgeSecretHeader, viewerAddressHeader } from "../../../functions/contract/edge-headers.ts";
import type { FoundRoute } from "./route-of.ts";

/** What our own edge adds to a request: over whatever the client sent (T29). */
export interface Edge {
  readonly secret: string;
  readonly viewer: string;
}

/** An HTTP request as the event that API Gateway (payload format 2.0) gives a Lambda behind CloudFront. */
export function eventOf(
  request: IncomingMessage,
  url: URL,
  body: Buffer,
  route: FoundRoute,
  edge: Edge,
): APIGatewayProxyEventV2 {
  const headers = Object.fromEntries(
    Object.entries(request.headers).flatMap(([name, value]) =>
      value === undefined || name === "cookie" ? [] : [[name, Array.isArray(value) ? value.join(",") : value]],
    ),
  );
  const text = body.toString("utf8");
  const isText = Buffer.from(text).equals(body);
  const method = request.method ?? "GET";
  return {
    version: "2.0",
    routeKey: route.key,
    rawPath: url.pathname,
    rawQueryString: url.search.slice(1),
    cookies: (request.headers.cookie ?? "").split(/;\s*/).filter(Boolean),
    headers: { ...headers, [edgeSecretHeader]: edge.secret, [viewerAddressHeader.toLowerCase()]: edge.viewer },
    requestContext: {
      accountId: "local",
      apiId: "local",
      domainName: url.host,
      domainPrefix: "local",
      http: {
        method,
        path: url.pathname,
        protocol: "HTTP/1.1",
        sourceIp: "127.0.0.1",
        userAgent: headers["user-agent"] ?? "",
      },
      requestId: randomUUID(),
      routeKey: route.key,
      stage: "$default",
      time: "",
      timeEpoch: 0,
    },
    ...(Object.keys(route.params).length === 0 ? {} : { pathParameters: { ...route.params } }),
    ...(body.length === 0 ? {} : { body: isText ? text : body.toString("base64") }),
    isBase64Encoded: body.length > 0 && !isText,
  };
}
