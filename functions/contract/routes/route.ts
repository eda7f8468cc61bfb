import type * as z from "zod/mini";
import type { ErrorCode } from "../errors.ts";

export type ApiFunction =
  | "captcha"
  | "register"
  | "verify-code"
  | "sign-in"
  | "my-account"
  | "county-callback"
  | "reset-password"
  | "forgot-account"
  | "activate-account"
  | "contact-us"
  | "oidc"
  | "link-legacy-account"
  | "pictures";

/** Who may call: there is no default, so a row without it does not compile. */
export type Access = "anyone" | "signed-in";

export interface Route {
  readonly function: ApiFunction;
  readonly access: Access;
  /** The password must have been given in the last five minutes, else `re-authentication-required` (T20). */
  readonly fresh?: true;
  readonly summary: string;
  readonly request?: z.ZodMiniType;
  /** The body is a file of one of these media types in place of JSON, of at most `largest` bytes. */
  readonly upload?: { readonly types: readonly string[]; readonly largest: number };
  /** Fields that may have line breaks; any other text is one line (T24). */
  readonly lines?: readonly string[];
  readonly answer: z.ZodMiniType;
  /** The answer is a file of this media type, for good: the same address always gives the same bytes. */
  readonly file?: string;
  readonly errors: readonly ErrorCode[];
  /**
   * Another site sends the browser here, by GET or by a form of its own: any query and any origin are taken. Such a route has no
   * effect whatever (T22); it only sends on to a page of ours, which asks for the effect by a POST of its own.
   */
  readonly handsOver?: true;
  /** A server of an application asks, which has no origin to send: it proves itself by what is in the body, and no cookie counts. */
  readonly fromServers?: true;
}

/** Rows by method and path; `{…}` is a part of the path that is given with the request. */
export type Routes = Readonly<Record<`${"GET" | "POST"} /api/${string}`, Route>>;
