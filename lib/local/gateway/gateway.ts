import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import type { APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { type Route, routes } from "../../../functions/contract/routes.ts";
import type { ApiHandlers } from "../handlers.ts";
import { type LocalAnswer, problem } from "./answer.ts";
import { eventOf } from "./event.ts";
import { type FoundRoute, routeOf } from "./route-of.ts";
import { siteFile } from "./static-site.ts";

/** API Gateway takes 10 MB; the functions take 64 KB but for files, so reading more than this here is pointless. */
const mostBytes = 256 * 1024;
/** Beyond what a file may have: the function says itself that one is too large. */
const mostBytesOf = (found: FoundRoute | undefined) =>
  mostBytes + ((routes as Record<string, Route>)[found?.key ?? ""]?.upload?.largest ?? 0);

export type LocalPage = (request: IncomingMessage, url: URL, body: Buffer) => Promise<LocalAnswer | undefined>;

export interface GatewayOptions {
  readonly origin: URL;
  readonly siteFolder: string;
  readonly edgeSecret: string;
  readonly handlers: ApiHandlers;
  /** Pages under `/local/`, which the cloud does not have. */
  readonly localPage: LocalPage;
}

/** One origin for the site, `/api/*` and `/local/*`: CloudFront, API Gateway and S3 in small. Not listening yet. */
export function gateway(options: GatewayOptions): Server {
  return createServer((request, response) => {
    answer(options, request)
      .catch((error: unknown) => {
        console.error(error);
        return problem(500, "internal", "Something went wrong on our side");
      })
      .then(({ status, headers, body }) => {
        response.writeHead(status, headers);
        response.end(request.method === "HEAD" ? undefined : body);
      });
  });
}

async function answer(options: GatewayOptions, request: IncomingMessage): Promise<LocalAnswer> {
  const url = new URL(request.url ?? "/", options.origin);
  // Another host name would have other cookies and another origin; it would also let a foreign page reach this machine.
  if (request.headers.host !== options.origin.host) {
    return { status: 307, headers: { location: new URL(url.pathname + url.search, options.origin).href }, body: "" };
  }
  const found = routeOf(request.method ?? "GET", url.pathname);
  const body = await bodyOf(request, mostBytesOf(found));
  if (body === undefined) return problem(413, "too-large", "The request is too large");
  if (url.pathname.startsWith("/local/")) {
    const page = await options.localPage(request, url, body);
    if (page !== undefined) return page;
  }
  const isApi = /^\/(api|oidc|moeresource)\//.test(url.pathname) && url.pathname !== "/api/openapi.json";
  if (found === undefined && !isApi)
    return (
      (await siteFile(options.siteFolder, url.pathname)) ??
      problem(404, "not-found", "There is nothing at this address")
    );

  if (found === undefined) return problem(404, "not-found", "There is nothing at this address");
  const edge = {
    secret: options.edgeSecret,
    viewer: `${request.socket.remoteAddress?.replace(/^::ffff:/, "")}:${request.socket.remotePort}`,
  };
  const event = eventOf(request, url, body, found, edge);
  const handler = options.handlers[found.function];
  return answerOf(await handler(event, { awsRequestId: event.requestContext.requestId }));
}

async function bodyOf(request: IncomingMessage, most: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
  }
  return size <= most ? Buffer.concat(chunks) : undefined;
}

function answerOf(result: APIGatewayProxyStructuredResultV2): LocalAnswer {
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(result.headers ?? {})) headers[name] = String(value);
  if (result.cookies !== undefined && result.cookies.length > 0) headers["set-cookie"] = result.cookies;
  const body = result.body ?? "";
  return {
    status: result.statusCode ?? 200,
    headers,
    body: result.isBase64Encoded ? Buffer.from(body, "base64") : body,
  };
}

/** Listens on loopback only; resolves when it does. */
export async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
}
