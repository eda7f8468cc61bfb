import { expect, it } from "vitest";
import { type RouteKey, routes } from "../../functions/contract/routes.ts";
import { rowsBehind } from "../faults/rows.ts";
import { isSignedIn } from "../reset-password/holder.ts";
import { startService } from "../service/service.ts";
import { everything, linkTo } from "./desk.ts";
import { owner } from "./owner.ts";

const service = await startService();
const rows = rowsBehind(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "", service.prefix);
const { userId, thief } = await owner(service);
const link = new URL(await linkTo(service, userId));
const token = link.hash.slice(1);

it("a link says to no server whose it is: what it holds stands behind #", () => {
  expect([link.origin, link.pathname, link.search]).toEqual(["https://account.test", "/not-me", ""]);
  expect(token.length).toBeGreaterThan(100);
  expect(link.href).not.toContain(userId);
});

const queries = ["", `token=${token}`];
const visits = (Object.keys(routes) as RouteKey[]).flatMap((key) => queries.map((query) => [key, query] as const));

it("a mail scanner that opens every address there is, with and without the token, changes nothing (T22)", async () => {
  const before = await everything(rows);
  for (const method of ["GET", "HEAD"]) {
    for (const [key, rawQueryString] of visits) {
      const scanner = service.browser();
      const event = scanner.event(key);
      const http = { ...event.requestContext.http, method };
      // As a scanner opens a link: no Origin, no body.
      const headers = { origin: undefined, "content-type": undefined } as never;
      const raw = { rawQueryString, headers, body: undefined as never };
      const { status, setCookies } = await scanner.call(key, undefined, {
        ...raw,
        requestContext: { ...event.requestContext, http },
      });
      if (!hasGet(key)) expect([key, isRefused(status)]).toEqual([key, true]);
      expect([key, setCookies.filter((cookie) => !cookie.includes("Max-Age=0"))]).toEqual([key, []]);
    }
  }
  expect(await everything(rows)).toEqual(before);
  expect(await isSignedIn(thief)).toBe(true);
});

/** A POST may share its address with a GET that shows something. */
const hasGet = (key: RouteKey) => key.replace("POST ", "GET ") in routes || "handsOver" in routes[key];
const isRefused = (status: number) => status >= 400 && status < 500;
