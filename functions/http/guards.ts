import { timingSafeEqual } from "node:crypto";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { edgeSecretHeader } from "../contract/edge-headers.ts";
import { Problem } from "./problem.ts";

/** A request that did not come through our edge has no client address to believe: refused (T29). Fails closed on a missing header. */
export function refuseOutsideEdge(event: APIGatewayProxyEventV2, secret: string): void {
  const given = Buffer.from(event.headers[edgeSecretHeader] ?? "");
  const wanted = Buffer.from(secret);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new Problem("not-found");
}

/** T22: a state-changing request must come from our own pages. Browsers always send Origin on POST; nothing sent is refused too. */
export function refuseOtherOrigin(event: APIGatewayProxyEventV2, siteOrigin: string): void {
  if (event.requestContext.http.method === "GET") return;
  if (event.headers.origin !== siteOrigin) throw new Problem("wrong-origin");
}

/** No route takes query parameters: an unknown one is refused like an unknown field, a doubled one says so (T28). */
export function refuseQuery(event: APIGatewayProxyEventV2): void {
  if (event.rawQueryString === "") return;
  const names = [...new URLSearchParams(event.rawQueryString).keys()];
  throw new Problem(new Set(names).size === names.length ? "bad-request" : "duplicate-parameter");
}
