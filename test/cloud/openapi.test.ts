import { describe, expect, test } from "vitest";
import { countyIds } from "../../functions/contract/counties.ts";
import { type Route, routes } from "../../functions/contract/routes.ts";
import { openApiDocument } from "../../lib/build/openapi.ts";

interface Operation {
  parameters?: { name: string; in: string; required?: boolean; schema: { enum?: string[] } }[];
  requestBody?: { required: boolean; content: Record<string, unknown> };
  responses: Record<string, { content?: object; headers?: object }>;
}

const { paths } = openApiDocument() as unknown as { paths: Record<string, Record<string, Operation>> };
const operation = (key: string): Operation => {
  const [method = "", path = ""] = key.split(" ");
  const found = paths[path]?.[method.toLowerCase()];
  if (found === undefined) throw new Error(`no ${key}`);
  return found;
};
const all = Object.entries(routes) as [string, Route][];
const handsOver = all.filter(([, row]) => row.handsOver).map(([key]) => key);

describe("the OpenAPI document", () => {
  test("tells of every route of the contract, and of no other", () => {
    const told = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(told.toSorted()).toEqual(Object.keys(routes).toSorted());
  });

  test.each(all.map(([key]) => key))("%s: each {part} of its path is a parameter, and no other is", (key) => {
    const parts = [...key.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const { parameters = [] } = operation(key);
    const inPath = parameters.filter((parameter) => parameter.in === "path");
    expect(inPath.map(({ name }) => name)).toEqual(parts);
    for (const { required } of inPath) expect(required).toBe(true);
  });

  test("{county} is one of the 22 (M3)", () => {
    const [county] = operation("GET /api/county/{county}/callback").parameters ?? [];
    expect(county).toMatchObject({ name: "county", schema: { enum: [...countyIds] } });
  });
});

describe("routes that hand over (T33)", () => {
  test("there are two", () => {
    expect(handsOver).toEqual(["GET /api/county/{county}/callback", "POST /api/county/{county}/callback"]);
  });

  test.each(handsOver)("%s sends on with 303 and no body, and takes any query", (key) => {
    const { responses, parameters } = operation(key);
    expect(Object.keys(responses).filter((status) => Number(status) < 400)).toEqual(["303"]);
    expect(responses["303"]).toHaveProperty("headers.location");
    expect(responses["303"]?.content).toBeUndefined();
    expect(responses).not.toHaveProperty("415");
    expect(parameters).toContainEqual(expect.objectContaining({ in: "query" }));
  });

  test("only the one by POST takes a form, and no route else does", () => {
    const takesForm = all
      .map(([key]) => key)
      .filter((key) => operation(key).requestBody?.content["application/x-www-form-urlencoded"]);
    expect(takesForm).toEqual(["POST /api/county/{county}/callback"]);
    expect(operation("GET /api/county/{county}/callback").requestBody).toBeUndefined();
  });
});
