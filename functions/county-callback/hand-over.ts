import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import { callbackPageOf } from "./rules/addresses.ts";

type HandOver = Action<"GET /api/county/{county}/callback"> & Action<"POST /api/county/{county}/callback">;

/** Sends a county's answer on to our page: read by nobody here, no cookie looked at, no effect, however often it comes (T22). */
export function handOver(): HandOver {
  return async ({ params, handedOver }: { params: Readonly<Record<string, string>>; handedOver: string }) => {
    const location = callbackPageOf(params.county, handedOver);
    if (location === undefined) throw new Problem("not-found");
    return { body: {}, location };
  };
}
