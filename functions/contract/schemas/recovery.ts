import * as z from "zod/mini";
import { captcha, filled, role, school, text } from "./parts.ts";
import { passwordRules } from "./register.ts";

/** M41. `shown` in profile `seed`; `sent` in `strict`, whether there is such a person or not. */
export const forgotAccount = z.strictObject({ personId: filled(60), captcha });
export const foundAccount = z.discriminatedUnion("outcome", [
  z.object({ outcome: z.literal("shown"), account: z.string() }),
  z.object({ outcome: z.literal("not-found") }),
  z.object({ outcome: z.literal("sent") }),
]);

/** M48, M55: 縣市 → 區域 → 學制 → 學校 → 姓名 + ID + captcha. */
export const personalData = z.strictObject({ role, school, name: filled(120), personId: filled(60), captcha });
/** M49. */
export const defaultPassword = z.strictObject({ accountName: text(320), defaultPassword: text(64), captcha });
/** A grant is open in this browser (or, in `strict`, a code step): the next page asks which. */
export const opened = z.object({ next: z.enum(["new-password", "code"]) });

export const activateGrant = z.discriminatedUnion("state", [
  z.object({ state: z.literal("none") }),
  z.object({
    state: z.literal("open"),
    account: z.string(),
    /** What its owner signs in with: the part of `account` before the @, or all of an address (M20). */
    accountName: z.string(),
    name: z.string(),
    expiresIn: z.number(),
    passwordRules,
  }),
  z.object({ state: z.literal("done"), account: z.string() }),
]);
export const activate = z.strictObject({ password: text(256) });
export const activated = z.object({ account: z.string() });
