import * as z from "zod/mini";
import { filled, role } from "./parts.ts";

const words = z.object({ "zh-TW": z.string(), en: z.string() });

/** 介接應用服務 (M32): the entries of the launcher. */
export const launcher = z.object({
  applications: z.array(
    z.object({
      clientId: z.string(),
      name: words,
      owner: z.string(),
      description: words,
      address: z.string(),
      logo: z.optional(z.string()),
      /** Who may use it; missing, everybody. */
      roles: z.optional(z.array(role)),
    }),
  ),
});
export type Launcher = z.infer<typeof launcher>;

/** A scope that is given away, what is in it, and the application's own reason. */
export const askedScope = z.object({
  scope: z.string(),
  claims: z.array(z.string()),
  reason: z.optional(words),
});

/** 應用服務授權清單 (M60). */
export const authorizations = z.object({
  authorizations: z.array(
    z.object({
      clientId: z.string(),
      name: words,
      owner: z.string(),
      logo: z.optional(z.string()),
      grantedAt: z.string(),
      scopes: z.array(askedScope),
    }),
  ),
});
export type Authorizations = z.infer<typeof authorizations>;
export const revokeAuthorizations = z.strictObject({
  clientIds: z.array(filled(64)).check(z.minLength(1), z.maxLength(100)),
});
export const revoked = z.object({ revoked: z.number() });

/** What an application's request waits for, in this browser. */
export const interaction = z.object({
  /**
   * `sign-in`: nobody is signed in, or the application wants it again. `second-factor`: sign in again with the second factor.
   * `bind-second-factor`: the application wants one and the person has none. `not-for-you`: other roles only.
   * `link-legacy-account`: the person has not come to the platform before (M81). `consent`: the page asks.
   * `go-on`: nothing is missing, the page may send it on at once.
   */
  needs: z.enum([
    "sign-in",
    "second-factor",
    "bind-second-factor",
    "not-for-you",
    "link-legacy-account",
    "consent",
    "go-on",
  ]),
  application: z.object({ clientId: z.string(), name: words, owner: z.string(), logo: z.optional(z.string()) }),
  /** Where a refusal leads: the host of the application, for people to read. */
  host: z.string(),
  /** What is asked for and not yet allowed. */
  scopes: z.array(askedScope),
  /** Who may use it, where that is why it is refused. */
  roles: z.optional(z.array(role)),
  /** The signed-in account, `wang123@…`. */
  account: z.optional(z.string()),
});
export type Interaction = z.infer<typeof interaction>;
/** `allow` gives consent; `go-on` where nothing is missing; `refuse` goes back to the application without it. */
export const decide = z.strictObject({ decision: z.enum(["allow", "go-on", "refuse"]) });
/** Where to send the browser. */
export const decided = z.object({ url: z.string() });
