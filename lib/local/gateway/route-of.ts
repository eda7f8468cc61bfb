import { oidcRoutes } from "../../../functions/contract/oidc.ts";
import { type ApiFunction, type RouteKey, routes } from "../../../functions/contract/routes.ts";

/** A route of the contract and the `{…}` parts of the path, as API Gateway finds them. */
export interface FoundRoute {
  readonly key: string;
  readonly function: ApiFunction;
  readonly params: Readonly<Record<string, string>>;
}

const patterns = (Object.keys(routes) as RouteKey[]).map((key) => {
  const [method = "", path = ""] = key.split(" ");
  return { key, method, parts: path.split("/") };
});

/** The route for a method and a path; a path without `{…}` goes before one with. */
export function routeOf(method: string, path: string): FoundRoute | undefined {
  const exact = `${method} ${path}`;
  if (Object.hasOwn(routes, exact)) return found(exact as RouteKey);
  const given = path.split("/");
  for (const { key, method: wanted, parts } of patterns) {
    if (wanted !== method || parts.length !== given.length) continue;
    const params = paramsOf(parts, given);
    if (params !== undefined) return found(key, params);
  }
  return rawRouteOf(method, path);
}

const found = (key: RouteKey, params: FoundRoute["params"] = {}): FoundRoute => ({
  key,
  function: routes[key].function,
  params,
});

/** Addresses of the OpenID provider, which gets the request as it is; `{path+}` is the rest of the path. */
function rawRouteOf(method: string, path: string): FoundRoute | undefined {
  const key = oidcRoutes.find((route) => {
    const [wanted = "", pattern = ""] = route.split(" ");
    const [start = "", rest] = pattern.split("{path+}");
    if (wanted !== method) return false;
    return rest === undefined ? path === start : path.startsWith(start) && path.length > start.length;
  });
  return key && { key, function: "oidc", params: {} };
}

function paramsOf(parts: readonly string[], given: readonly string[]): Record<string, string> | undefined {
  const params: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const value = given[index] ?? "";
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) {
      if (part !== value) return undefined;
    } else if (value === "") return undefined;
    else params[name] = value;
  }
  return params;
}
