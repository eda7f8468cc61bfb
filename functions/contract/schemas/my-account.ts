import * as z from "zod/mini";
import { enrolment } from "./parts.ts";

export const whoAmI = z.object({
  signedIn: z.boolean(),
  accountName: z.optional(z.string()),
  name: z.optional(z.string()),
  csrfToken: z.optional(z.string()),
});
export type WhoAmI = z.infer<typeof whoAmI>;

/** 查閱個人資料 (M35). Times are UTC ISO 8601; `lastSignInAt` is the sign-in before the present one. */
export const myAccount = z.object({
  account: z.string(),
  name: z.string(),
  /** Masked; missing where a county vouched for the person and the ID was never typed. */
  personId: z.optional(z.string()),
  enrolments: z.array(enrolment),
  email: z.optional(z.object({ value: z.string(), proved: z.boolean() })),
  mobile: z.optional(z.object({ value: z.string(), proved: z.boolean() })),
  createdAt: z.string(),
  lastSignInAt: z.optional(z.string()),
});
export type MyAccount = z.infer<typeof myAccount>;
