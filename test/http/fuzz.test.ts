import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { type ErrorCode, errors } from "../../functions/contract/errors.ts";
import { type Route, type RouteKey, routes } from "../../functions/contract/routes.ts";
import { signIn, withAccount } from "../service/people.ts";
import { startService } from "../service/service.ts";

const service = await startService();
/** Signed in a moment ago: what is thrown gets past the door of every route. */
const signedIn = service.browser();
await signIn(signedIn, (await withAccount(service)).accountName);
const keys = Object.keys(routes) as RouteKey[];

/** The same cases every time: a failure prints the one it shrank to. */
const settings = { seed: 20_261_121, numRuns: 300 };

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.constantFrom("", "0", "null", "../..", "' OR 1=1 --", "{{7*7}}", "=cmd()", "名", "\u202e", "\0"),
);
const fields = [
  "form",
  "token",
  "language",
  "role",
  "school",
  "code",
  "level",
  "name",
  "personId",
  "captcha",
  "digits",
  "proof",
  "agreed",
  "termsVersion",
  "guardian",
  "accountName",
  "password",
  "email",
  "mobile",
  "purpose",
  "attempt",
  "county",
  "returnTo",
  "answer",
  "index",
  "defaultPassword",
  "category",
  "person",
  "contact",
  "description",
  "number",
  "channel",
  "value",
  "current",
  "ids",
  "clientIds",
  "decision",
];
const anyBody = fc.oneof(
  anyText,
  fc.json(),
  fc
    .dictionary(fc.constantFrom(...fields, "__proto__", "toString"), fc.oneof(anyText, fc.jsonValue()), { maxKeys: 12 })
    .map((value) => JSON.stringify(value)),
);
const cookieNames = [
  ...["session", "flow", "device", "county", "county-proof", "reset", "activate", "recovery", "step"],
  ...["interaction-V1StGXR8_Z5jdHi6B-myT", "logout"],
];
const anyCookie = fc.oneof(
  anyText,
  fc.base64String({ maxLength: 300 }),
  fc.constantFrom("eyJhbGciOiJub25lIn0..", `${"A".repeat(22)}.${"B".repeat(43)}`),
);

/** Where only letters and digits count, nothing of these does: no key may be made of it. */
const nothingLeft = fc.constantFrom("-", "＃", "。。", "☃");

interface Shape {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
}

/** Bodies of the right shape with any text in them: they get past the door and into the rules. */
function shaped(shape: Shape): fc.Arbitrary<unknown> {
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  if (shape.anyOf !== undefined) return fc.oneof(...shape.anyOf.map(shaped));
  if (shape.type === "boolean") return fc.boolean();
  if (shape.type === "array") return fc.array(shaped(shape.items ?? {}), { minLength: 1, maxLength: 5 });
  if (shape.type !== "object")
    return fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 60 }),
      fc.stringMatching(/^[a-z0-9._@+-]{1,24}$/),
      nothingLeft,
    );
  const entries = Object.entries(shape.properties ?? {}).map(([name, inner]) => [name, shaped(inner)] as const);
  return fc.record(Object.fromEntries(entries), { requiredKeys: [...(shape.required ?? [])] as never });
}

function bodyOf(key: RouteKey): fc.Arbitrary<string> {
  const route = routes[key];
  if (!("request" in route)) return anyBody;
  const wellShaped = shaped(z.toJSONSchema(route.request, { io: "input" }) as Shape).map((value) =>
    JSON.stringify(value),
  );
  return fc.oneof(anyBody, { weight: 2, arbitrary: wellShaped });
}

describe.each(keys)("%s, thrown anything at", (key) => {
  it("answers with 2xx or a problem document of a known code, never with a failure of ours (T28)", async () => {
    await fc.assert(
      fc.asyncProperty(
        bodyOf(key),
        anyCookie,
        fc.constantFrom(...cookieNames),
        anyText,
        fc.oneof(anyText, fc.constantFrom("10", "TPE", "V1StGXR8_Z5jdHi6B-myT")),
        async (body, cookie, which, header, part) => {
          const within = (routes[key] as Route).access === "signed-in" && which !== "session";
          const browser = within ? signedIn.copy() : service.browser();
          browser.cookies.set(`__Host-${which}`, cookie);
          const reply = await browser.call(key, undefined, {
            body,
            pathParameters: Object.fromEntries([...key.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => [name, part])),
            headers: {
              ...(within ? {} : { "x-csrf-token": header }),
              "user-agent": header,
              "accept-language": header,
            },
          });
          if (reply.status === 200 || reply.status === 303) return;
          expect(reply.status).toBeLessThan(500);
          expect(reply.status).toBe(errors[reply.body.code as ErrorCode]?.status);
          expect(JSON.stringify(reply.body)).not.toMatch(/node_modules|\.ts:|at [A-Z]\w+ \(/);
        },
      ),
      settings,
    );
  });
});
