import * as z from "zod/mini";
import { text } from "./parts.ts";
import { passwordRules } from "./register.ts";

/** The ways to a reset grant (M45, M47–M49). */
export const resetWay = z.enum(["code", "county", "personal-data", "default-password"]);
export type ResetWay = z.infer<typeof resetWay>;

/** M50: the page shows account and name. `none`: no grant of this browser is open. */
export const resetGrant = z.discriminatedUnion("state", [
  z.object({ state: z.literal("none") }),
  z.object({
    state: z.literal("open"),
    account: z.string(),
    /** What its owner signs in with: the part of `account` before the @, or all of an address (M20). */
    accountName: z.string(),
    name: z.string(),
    way: resetWay,
    /** Seconds until the grant is gone. */
    expiresIn: z.number(),
    passwordRules,
  }),
  z.object({ state: z.literal("done"), account: z.string(), way: resetWay }),
]);
export type ResetGrantAnswer = z.infer<typeof resetGrant>;

export const resetPassword = z.strictObject({ password: text(256) });
export const passwordReset = z.object({ account: z.string() });
