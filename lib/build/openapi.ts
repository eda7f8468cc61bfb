import * as z from "zod/mini";
import { type ErrorCode, errors } from "../../functions/contract/errors.ts";
import { type Route, routes } from "../../functions/contract/routes.ts";

const schemaOf = (schema: z.ZodMiniType, io: "input" | "output") => {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io });
  return json;
};

const problemSchema = {
  type: "object",
  description: "RFC 9457 problem document",
  required: ["type", "title", "status", "code", "id"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string", enum: Object.keys(errors) },
    id: { type: "string", description: "A number to quote to the help desk" },
    fields: {
      type: "array",
      items: { type: "object", properties: { field: { type: "string" }, problem: { type: "string" } } },
    },
    retryAfter: { type: "integer", description: "Seconds" },
  },
};

/** Any request may meet these. */
const always: readonly ErrorCode[] = ["bad-request", "too-large", "wrong-content-type", "internal", "try-again-later"];

/** The OpenAPI 3.1 document of the API, made from the routes: the same rows that the routers and the cloud's API read. */
export function openApiDocument() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [key, route] of Object.entries(routes) as [string, Route][]) {
    const [method = "", path = ""] = key.split(" ");
    paths[path] ??= {};
    paths[path][method.toLowerCase()] = operationOf(route);
  }
  return {
    openapi: "3.1.0",
    info: { title: "educloud-account", version: "1", license: { name: "Apache-2.0", identifier: "Apache-2.0" } },
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: { session: { type: "apiKey", in: "cookie", name: "__Host-session" } },
    },
  };
}

function operationOf(route: Route) {
  return {
    summary: route.summary,
    tags: [route.function],
    security: route.access === "signed-in" ? [{ session: [] }] : [],
    ...(route.request === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { "application/json": { schema: schemaOf(route.request, "input") } },
          },
        }),
    responses: {
      200: { description: "Done", content: { "application/json": { schema: schemaOf(route.answer, "output") } } },
      ...problemsOf(route),
    },
  };
}

function problemsOf(route: Route) {
  const codes = [...new Set([...route.errors, ...always])];
  const byStatus = Map.groupBy(codes, (code) => errors[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, group]) => [
      status,
      {
        description: group.map((code) => `\`${code}\`: ${errors[code].title}`).join("; "),
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    ]),
  );
}
