import { Logger } from "@aws-lambda-powertools/logger";
import middy from "@middy/core";
import httpRouter, { type Method, type Route as RouterRow } from "@middy/http-router";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { type ErrorCode, errors } from "../contract/errors.ts";
import { type ApiFunction, type Route, type RouteKey, type RoutesOf, routes } from "../contract/routes.ts";
import type { Settings } from "../contract/settings.ts";
import type { Sessions } from "../ports/sessions.ts";
import { readBody, readHandedOver, readUpload } from "./body.ts";
import { clientOf, schoolRanges } from "./client.ts";
import { readCookies, readInteractions } from "./cookies.ts";
import { refuseOtherOrigin, refuseOutsideEdge, refuseQuery } from "./guards.ts";
import { Problem, problemDocument } from "./problem.ts";
import type { Action, Answer, Request } from "./request.ts";

export type Actions<F extends ApiFunction> = { readonly [K in RoutesOf<F>]: Action<K> };
type Result = APIGatewayProxyStructuredResultV2;

/** Only these fields ever reach the log: no body, no cookie, no address, no account (T49, I4). */
interface LogLine {
  readonly route: string;
  readonly status: number;
  readonly code?: ErrorCode;
  readonly reason?: string;
}

const securityHeaders = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

/**
 * Of a file that is the same for good. Should a browser ever take one for a page, that may do nothing; applications show it in pages of
 * their own.
 */
const fileHeaders = {
  ...securityHeaders,
  "cache-control": "public, max-age=31536000, immutable",
  "content-security-policy": "default-src 'none'; sandbox",
  "cross-origin-resource-policy": "cross-origin",
};

/**
 * The one middleware chain of every API function: edge, origin and query guards, router, body and session of the route,
 * problem documents. `actions` has exactly the routes of the function.
 */
export function api<F extends ApiFunction>(
  name: F,
  settings: Pick<Settings, "EDGE_SECRET" | "SITE_ORIGIN" | "SCHOOL_RANGES">,
  actions: Actions<F>,
  sessions?: Sessions,
) {
  const logger = new Logger({ serviceName: name });
  const schools = schoolRanges(settings.SCHOOL_RANGES);

  const rows = (Object.keys(actions) as RouteKey[]).map((key): RouterRow<APIGatewayProxyEventV2, Result> => {
    const [method = "", path = ""] = key.split(" ");
    const action = actions[key as RoutesOf<F>] as unknown as (request: Request) => Promise<Answer>;
    return {
      method: method as Method,
      path,
      handler: ((event: APIGatewayProxyEventV2) => run(key, action, event)) as never,
    };
  });

  async function run(
    key: RouteKey,
    action: (request: Request) => Promise<Answer>,
    event: APIGatewayProxyEventV2,
  ): Promise<Result> {
    const route: Route = routes[key];
    const file = route.upload && readUpload(event, route.upload);
    const cookies = readCookies(event.cookies);
    const session = route.access === "signed-in" ? await sessions?.find(cookies.session ?? "") : undefined;
    if (route.access === "signed-in" && session === undefined) throw new Problem("not-signed-in");
    const csrfToken = event.headers["x-csrf-token"];
    if (
      session !== undefined &&
      key.startsWith("POST ") &&
      csrfToken !== (await sessions?.csrfToken(cookies.session ?? ""))
    ) {
      throw new Problem("wrong-csrf-token");
    }
    if (route.fresh && !session?.fresh) throw new Problem("re-authentication-required");
    const answer = await action({
      body: (route.request === undefined ? undefined : readBody(event, route.request, route.lines)) as never,
      ...(file === undefined ? {} : { file }),
      cookies,
      client: clientOf(event.headers, schools),
      session,
      csrfToken,
      interaction: readInteractions(event.cookies).get(event.pathParameters?.uid ?? ""),
      params: (event.pathParameters ?? {}) as Record<string, string>,
      handedOver: route.handsOver ? readHandedOver(event) : "",
      language: event.headers["accept-language"]?.startsWith("en") ? "en" : "zh-TW",
    });
    const status = answer.location === undefined ? 200 : 303;
    logger.info("request", { route: key, status } satisfies LogLine as never);
    return {
      statusCode: status,
      ...contentOf(route, answer),
      ...(answer.setCookies === undefined ? {} : { cookies: [...answer.setCookies] }),
    };
  }

  return middy<APIGatewayProxyEventV2, Result>()
    .use({
      before: ({ event }) => {
        refuseOutsideEdge(event, settings.EDGE_SECRET);
        if (is(event, "handsOver")) return;
        if (!is(event, "fromServers")) refuseOtherOrigin(event, settings.SITE_ORIGIN);
        refuseQuery(event);
      },
      onError: (request) => {
        const problem = asProblem(request.error);
        const { status } = errors[problem.code];
        const reason = problem.options.reason ?? (status >= 500 ? reasonOf(problem.cause) : undefined);
        const line: LogLine = {
          route: routeOf(request.event),
          status,
          code: problem.code,
          ...(reason === undefined ? {} : { reason }),
        };
        logger[status >= 500 ? "error" : "info"]("request", line as never);
        request.response = problemResult(problem, request.event);
      },
    })
    .handler(httpRouter({ routes: rows }) as never);
}

function contentOf({ file: type }: Route, { body, file, location }: Answer): Pick<Result, "headers" | "body"> {
  if (location !== undefined) return { headers: { ...securityHeaders, location } };
  if (type === undefined || file === undefined)
    return { headers: { ...securityHeaders, "content-type": "application/json" }, body: JSON.stringify(body) };
  const content = { body: Buffer.from(file).toString("base64"), isBase64Encoded: true };
  return { headers: { ...fileHeaders, "content-type": type }, ...content };
}

const routeOf = (event: APIGatewayProxyEventV2) => (Object.hasOwn(routes, event.routeKey) ? event.routeKey : "unknown");

const is = (event: APIGatewayProxyEventV2, mark: "handsOver" | "fromServers") =>
  Object.hasOwn(routes, event.routeKey) && (routes[event.routeKey as RouteKey] as Route)[mark] === true;

/** AWS saying "too fast" or being away is 503, nothing is let through for it (T47); our own 404 comes from the router. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const { statusCode, name, code } = (error ?? {}) as { statusCode?: number; name?: string; code?: string };
  if (statusCode === 404) return new Problem("not-found");
  const busy =
    /Throttl|ProvisionedThroughput|TooManyRequests|TransactionConflict|RequestLimitExceeded|Timeout|ECONN|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ServiceUnavailable|SlowDown|Internal(Server)?Error/;
  const isBusy = busy.test(`${name} ${code}`);
  return new Problem(isBusy ? "try-again-later" : "internal", { cause: error, ...(isBusy ? { retryAfter: 5 } : {}) });
}

/** Name and first stack line of an unexpected error: enough to find it, nothing a person typed. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "unknown";
  const place =
    cause.stack
      ?.split("\n")
      .find((line) => line.trim().startsWith("at "))
      ?.trim() ?? "";
  return `${cause.name} ${place}`.slice(0, 300);
}

export function problemResult(problem: Problem, event: APIGatewayProxyEventV2): Result {
  const { retryAfter } = problem.options;
  return {
    statusCode: errors[problem.code].status,
    headers: {
      ...securityHeaders,
      "content-type": "application/problem+json",
      ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }),
    },
    body: JSON.stringify(problemDocument(problem, event.requestContext?.requestId ?? "unknown")),
  };
}
