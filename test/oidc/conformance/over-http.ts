import { once } from "node:events";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { afterAll } from "vitest";
import { type RouteKey, routes } from "../../../functions/contract/routes.ts";
import { gateway, listen } from "../../../lib/local/gateway/gateway.ts";
import type { ApiHandlers } from "../../../lib/local/handlers.ts";
import type { Invoke } from "../../service/browser.ts";
import type { Service } from "../../service/service.ts";

/**
 * A service as it is met over HTTP, behind the local gateway: what the provider answers crosses a wire before a client reads it. The site's
 * address is the service's own, https as in the cloud, with TLS ended before the gateway. Only the provider is met so; the other functions
 * count by the address of who asks, and a machine has but one.
 */
export async function overHttp({ invoke, edge }: Pick<Service, "invoke" | "edge">): Promise<Invoke> {
  const origin = new URL(edge.origin);
  const handlers = Object.fromEntries(
    Object.values(routes).map((route) => [route.function, invoke]),
  ) as unknown as ApiHandlers;
  const server = gateway({
    origin,
    siteFolder: "/nothing",
    edgeSecret: edge.secret,
    handlers,
    localPage: async () => undefined,
  });
  await listen(server, 0);
  afterAll(async () => {
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  });
  const { port } = server.address() as AddressInfo;
  return (event) => (isOfTheProvider(event.routeKey) ? send(port, origin.host, event) : invoke(event));
}

const isOfTheProvider = (key: string): boolean =>
  !Object.hasOwn(routes, key) || routes[key as RouteKey].function === "oidc";

/** The request of an event, sent; what only the edge may say is left to the gateway. */
async function send(port: number, host: string, event: APIGatewayProxyEventV2): ReturnType<Invoke> {
  const { rawPath, rawQueryString, requestContext, cookies = [], body } = event;
  const { "x-origin-secret": _, "cloudfront-viewer-address": __, ...headers } = event.headers;
  const sent = request({
    host: "127.0.0.1",
    port,
    // A connection of its own: none is met that the server is just closing.
    agent: false,
    method: requestContext.http.method,
    path: rawQueryString === "" ? rawPath : `${rawPath}?${rawQueryString}`,
    headers: { ...headers, host, ...(cookies.length === 0 ? {} : { cookie: cookies.join("; ") }) },
  });
  sent.end(body);
  const [response] = await once(sent, "response");
  const { "set-cookie": setCookies, ...others } = response.headers as Record<string, string>;
  return {
    statusCode: response.statusCode,
    headers: others,
    cookies: [setCookies ?? []].flat(),
    body: await text(response),
  };
}
