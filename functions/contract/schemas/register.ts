import * as z from "zod/mini";
import { countyId } from "./county-id.ts";
import { captcha, enrolment, filled, role, school, text } from "./parts.ts";

export const identify = z.strictObject({ role, school, name: filled(120), personId: filled(60), captcha });

export const consent = z.strictObject({
  agreed: z.literal(true),
  termsVersion: filled(20),
  /** M15: true when a guardian has read and agreed too; needed of students. */
  guardian: z.optional(z.boolean()),
});

export const chooseAccount = z.strictObject({
  accountName: text(200),
  password: text(256),
  email: z.optional(text(320)),
  mobile: z.optional(text(60)),
});

export const complete = z.strictObject({ password: text(256) });

export const passwordRules = z.object({
  minLength: z.number(),
  maxLength: z.number(),
  classes: z.union([
    z.object({ kind: z.literal("letters-and-digits") }),
    z.object({ kind: z.literal("any-of"), count: z.number() }),
    z.object({ kind: z.literal("none") }),
  ]),
});

/** How far the application of this browser is, and what it holds: what a reload or a second tab needs. No password, no full ID. */
export const application = z.object({
  step: z.enum(["none", "confirm", "consent", "account", "code", "review", "done"]),
  name: z.optional(z.string()),
  personId: z.optional(z.string()),
  enrolment: z.optional(enrolment),
  /** The county account that is linked when the account is made. */
  county: z.optional(countyId),
  consented: z.optional(z.boolean()),
  accountName: z.optional(z.string()),
  email: z.optional(z.string()),
  mobile: z.optional(z.string()),
  account: z.optional(z.string()),
  /** The rules this service runs with (C1), for the page to tick off; the service judges. */
  passwordRules: z.optional(passwordRules),
});
export type Application = z.infer<typeof application>;
