import * as z from "zod/mini";
import { countyId } from "../../functions/contract/counties.ts";
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

/** What a `{…}` of a path may be. */
const pathParts: Readonly<Record<string, z.ZodMiniType>> = {
  county: countyId,
  /** How many of the newest records. */
  most: z.enum(["10", "20", "50", "100"]),
  /** Names an application's request in the browser it began in. */
  uid: z.string(),
  /** A connected application. */
  clientId: z.string(),
  /** A picture that was kept. */
  id: z.string(),
};

/** What another site sends along: its protocol's own names and values, which the route does not read. */
const handedOver = { type: "object", additionalProperties: { type: "string" } };

/** The OpenAPI 3.1 document of the API, made from the routes: the same rows that the routers and the cloud's API read. */
export function openApiDocument() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [key, route] of Object.entries(routes) as [string, Route][]) {
    const [method = "", path = ""] = key.split(" ");
    paths[path] ??= {};
    paths[path][method.toLowerCase()] = operationOf(method, path, route);
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

function operationOf(method: string, path: string, route: Route) {
  const parameters = [...inPath(path), ...(route.handsOver ? [anyQuery] : [])];
  const requestBody = bodyOf(method, route);
  return {
    summary: route.summary,
    tags: [route.function],
    security: route.access === "signed-in" ? [{ session: [] }] : [],
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses: { ...(route.handsOver ? sentOn : doneOf(route)), ...problemsOf(route) },
  };
}

/** The `{…}` of a path. Throws when the contract has one that is not told of above. */
function inPath(path: string) {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => {
    const schema = pathParts[name];
    if (schema === undefined) throw new Error(`openapi.ts does not know what {${name}} is`);
    return { name, in: "path", required: true, schema: schemaOf(schema, "input") };
  });
}

const anyQuery = { name: "answer", in: "query", style: "form", explode: true, schema: handedOver };

const sentOn = {
  303: {
    description: "Sent on to a page of this site, with the answer behind a `#`",
    headers: { location: { required: true, schema: { type: "string" } } },
  },
};

const doneOf = ({ answer, file }: Route) => ({
  200: {
    description: "Done",
    content: file === undefined ? { "application/json": { schema: schemaOf(answer, "output") } } : { [file]: bytes },
  },
});

/** A file as it is: OpenAPI 3.1 says it by saying nothing. */
const bytes = {};

function bodyOf(method: string, { request, upload, handsOver }: Route) {
  if (upload !== undefined)
    return { required: true, content: Object.fromEntries(upload.types.map((type) => [type, bytes])) };
  if (request !== undefined)
    return { required: true, content: { "application/json": { schema: schemaOf(request, "input") } } };
  // Any other type of body is taken and not looked at.
  if (handsOver && method === "POST")
    return { required: false, content: { "application/x-www-form-urlencoded": { schema: handedOver } } };
  return undefined;
}

function problemsOf(route: Route) {
  const codes = [...new Set([...route.errors, ...always])].filter((code) => mayMeet(route, code));
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

/** A route that hands over reads no body: it has no shape or type to refuse. */
const mayMeet = ({ handsOver }: Route, code: ErrorCode) =>
  !handsOver || (code !== "wrong-content-type" && code !== "bad-request");
