import { type RouteKey, routes } from "../../../functions/contract/routes.ts";

/** A route of the contract and the `{…}` parts of the path, as API Gateway finds them. */
export interface FoundRoute {
  readonly key: RouteKey;
  readonly params: Readonly<Record<string, string>>;
}

const patterns = (Object.keys(routes) as RouteKey[]).map((key) => {
  const [method = "", path = ""] = key.split(" ");
  return { key, method, parts: path.split("/") };
});

/** The route for a method and a path; a path without `{…}` goes before one with. */
export function routeOf(method: string, path: string): FoundRoute | undefined {
  const exact = `${method} ${path}`;
  if (Object.hasOwn(routes, exact)) return { key: exact as RouteKey, params: {} };
  const given = path.split("/");
  for (const { key, method: wanted, parts } of patterns) {
    if (wanted !== method || parts.length !== given.length) continue;
    const params = paramsOf(parts, given);
    if (params !== undefined) return { key, params };
  }
  return undefined;
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
