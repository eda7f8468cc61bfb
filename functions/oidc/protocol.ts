import { Logger } from "@aws-lambda-powertools/logger";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { errors } from "../contract/errors.ts";
import { oidcPaths, oidcRoutes } from "../contract/oidc.ts";
import type { Policy } from "../contract/policy.ts";
import type { Settings } from "../contract/settings.ts";
import { siteHeaders } from "../contract/site-headers.ts";
import { asProblem, problemResult, reasonOf } from "../http/api.ts";
import { largestBody } from "../http/body.ts";
import { clientOf, schoolRanges } from "../http/client.ts";
import { refuseOutsideEdge } from "../http/guards.ts";
import { Problem } from "../http/problem.ts";
import type { OpenIdProvider } from "../ports/openid-provider.ts";
import { protocolPages, protocolSecurityPolicy } from "./pages.ts";

interface Parts {
  readonly provider: OpenIdProvider;
  readonly settings: Pick<Settings, "EDGE_SECRET" | "SCHOOL_RANGES">;
  readonly policy: Policy;
}

type Result = APIGatewayProxyStructuredResultV2;

/** What of a request's headers is the protocol's business. Nothing that says where it came from: that is known otherwise (T29). */
const passedOn = [
  "accept",
  "accept-language",
  "authorization",
  "content-type",
  "origin",
  "access-control-request-method",
  "access-control-request-headers",
];

/** T50. What the provider says of its own pages stands over these. */
const headersOfAll = {
  ...siteHeaders,
  "referrer-policy": "no-referrer",
  "content-security-policy": protocolSecurityPolicy,
  "cache-control": "no-store",
};

/** Addresses that others send the browser to by a form of theirs: `SameSite` keeps our cookies away from that, so it is asked to come again. */
const cameByForm: readonly string[] = [oidcPaths.authorization, oidcPaths.end_session];

/** Longer addresses are cut by browsers and edges. */
const longestQuery = 8_000;

/** Every request of the protocol: through our edge, of a bounded size, with the headers of T50. Logs neither query nor body nor cookies. */
export function protocol({ provider, settings, policy }: Parts) {
  const logger = new Logger({ serviceName: "oidc" });
  const schools = schoolRanges(settings.SCHOOL_RANGES);
  const known: readonly string[] = oidcRoutes;

  return async (event: APIGatewayProxyEventV2): Promise<Result> => {
    const route = known.includes(event.routeKey) ? event.routeKey : "unknown";
    try {
      refuseOutsideEdge(event, settings.EDGE_SECRET);
      if (route === "unknown") throw new Problem("not-found");
      const result = await answer(event);
      logger.info("request", { route, path: pathOf(event), status: result.statusCode ?? 0 } as never);
      return result;
    } catch (error) {
      const problem = asProblem(error);
      const { status } = errors[problem.code];
      const reason = status >= 500 ? { reason: reasonOf(problem.cause) } : {};
      logger[status >= 500 ? "error" : "info"]("request", { route, status, code: problem.code, ...reason } as never);
      return problemOf(problem, event);
    }
  };

  async function answer(event: APIGatewayProxyEventV2): Promise<Result> {
    const { method } = event.requestContext.http;
    const body = bodyOf(event);
    const { address, browser } = clientOf(event.headers, schools);
    if (method === "POST" && cameByForm.includes(event.rawPath)) return comeAgain(event, body);
    const {
      status,
      headers,
      body: text,
      setCookies,
    } = await provider.answer({
      method,
      path: event.rawPath,
      query: event.rawQueryString,
      headers: Object.fromEntries(
        passedOn.flatMap((name) => (event.headers[name] === undefined ? [] : [[name, event.headers[name]]])),
      ),
      cookies: event.cookies ?? [],
      body,
      client: { address, browser },
    });
    const cached = isPublic(event.rawPath) ? { "cache-control": `public, max-age=${policy.oidc.keysCached}` } : {};
    return {
      statusCode: status,
      headers: { ...headersOfAll, ...headers, ...cached },
      body: text,
      ...(setCookies.length === 0 ? {} : { cookies: [...setCookies] }),
    };
  }
}

/** A program is told as everywhere; a person who was on the way to an application gets a page. */
function problemOf(problem: Problem, event: APIGatewayProxyEventV2): Result {
  const result = problemResult(problem, event);
  const headers = { ...headersOfAll, ...result.headers };
  const isForPerson = event.headers.accept?.includes("text/html") ?? false;
  if (!isForPerson || errors[problem.code].status < 500) return { ...result, headers };
  const language = event.headers["accept-language"]?.startsWith("en") ? "en" : "zh-TW";
  const { contentSecurityPolicy } = protocolPages;
  return {
    ...result,
    headers: {
      ...headers,
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": contentSecurityPolicy,
    },
    body: protocolPages.busy(language, event.requestContext?.requestId ?? "unknown"),
  };
}

function bodyOf(event: APIGatewayProxyEventV2): string {
  const raw = event.body ?? "";
  if (raw.length > (event.isBase64Encoded ? largestBody * 1.4 : largestBody)) throw new Problem("too-large");
  const body = event.isBase64Encoded ? Buffer.from(raw, "base64").toString("utf8") : raw;
  if (Buffer.byteLength(body) > largestBody) throw new Problem("too-large");
  return body;
}

/** The same by GET, with our cookies (OpenID Connect Core 3.1.2.1: both must work). 303: a 307 would send the form again (T50). */
function comeAgain(event: APIGatewayProxyEventV2, body: string): Result {
  if (!/^application\/x-www-form-urlencoded\b/i.test(event.headers["content-type"] ?? ""))
    throw new Problem("wrong-content-type");
  // Written anew: nothing that is no parameter gets into an address.
  const query = new URLSearchParams(body).toString();
  if (query.length > longestQuery) throw new Problem("too-large");
  return { statusCode: 303, headers: { ...headersOfAll, location: `${event.rawPath}?${query}` }, body: "" };
}

const isPublic = (path: string): boolean => path === oidcPaths.jwks || path.startsWith("/.well-known/");

/** For the log: an address of the protocol has nothing of a person but the id of a request that waits. */
const pathOf = ({ rawPath }: APIGatewayProxyEventV2): string =>
  rawPath.startsWith(`${oidcPaths.authorization}/`) ? `${oidcPaths.authorization}/{uid}` : rawPath.slice(0, 100);
