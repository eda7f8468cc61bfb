import * as z from "zod/mini";
import { cognitoError } from "./cognito-error.ts";
import type { PasswordHashes } from "./password-hash.ts";
import type { Store } from "./store.ts";

export type Parts = { store: Store; now: () => Date; passwords: PasswordHashes };

/** One operation of the API: the parsed body in, the answer's body out; throws AwsJsonError. */
export type Operation = (body: unknown, parts: Parts) => Promise<object>;

/**
 * Joins an operation's request schema to its work. Objects in the schema are strict, and literals and enums name what the
 * stand-in can do: a parameter or value outside them is refused as unsupported, never silently ignored.
 */
export function operation<Request>(
  schema: z.ZodMiniType<Request>,
  answer: (request: Request, parts: Parts) => Promise<object>,
): Operation {
  return (body, parts) => answer(parse(schema, body), parts);
}

function parse<Request>(schema: z.ZodMiniType<Request>, body: unknown): Request {
  const parsed = z.safeParse(schema, body);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const at = issue.path.join(".");
    if (issue.code === "unrecognized_keys")
      throw cognitoError.unsupported(`the parameter ${[at, issue.keys.join(", ")].filter(Boolean).join(".")}`);
    if (issue.code === "invalid_value")
      throw cognitoError.unsupported(`this value of ${at} (it supports ${issue.values.join(", ")})`);
  }
  // Names only the places: a message that quoted the values could hold a password.
  const places = parsed.error.issues.map((issue) => `Value at '${issue.path.join(".")}' failed to satisfy constraint`);
  throw cognitoError.invalidParameter(`${places.length} validation error(s) detected: ${places.join("; ")}`);
}

export const userPoolId = z.string().check(z.regex(/^[\w-]+_[0-9a-zA-Z]+$/), z.maxLength(55));
export const clientId = z.string().check(z.regex(/^[\w+]+$/), z.maxLength(128));
export const username = z.string().check(z.regex(/^[\p{L}\p{M}\p{S}\p{N}\p{P}]+$/u), z.maxLength(128));
export const password = z.string().check(z.regex(/^\S(.*\S)?$/s), z.maxLength(256));

/** A request about one user, as most administrative operations take it. */
export const oneUser = z.strictObject({ UserPoolId: userPoolId, Username: username });
