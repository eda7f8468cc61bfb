import * as z from "zod/mini";

/** Building blocks of requests and answers. Lengths bound the work; the rules in words live in `functions/person`. */
export const text = (most: number) => z.string().check(z.maxLength(most));
export const filled = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));

export const role = z.enum(["student", "teacher", "staff"]);
export type Role = z.infer<typeof role>;

export const level = z.enum(["國小", "國中", "高中職", "特教學校", "大專校院"]);
export type Level = z.infer<typeof level>;

export const school = z.strictObject({ code: filled(12), level });

export const language = z.enum(["zh-TW", "en"]);

/** The answer to a captcha: the digits of a picture, or an ALTCHA proof of work (base64 JSON), one of them (M25). */
export const captcha = z.union([
  z.strictObject({ token: filled(1_000), digits: text(8) }),
  z.strictObject({ proof: filled(4_000) }),
]);
export type CaptchaAnswer = z.infer<typeof captcha>;

export const captchaForm = z.enum([
  "register",
  "sign-in",
  "verify-code",
  "forgot-account",
  "reset-password",
  "activate",
  "contact-us",
  "public-register",
  "legacy-account",
]);
export type CaptchaForm = z.infer<typeof captchaForm>;

export const channel = z.enum(["email", "sms"]);

/** What the roster says of a person at one school. */
export const enrolment = z.object({
  role,
  county: z.string(),
  district: z.string(),
  school: z.object({ code: z.string(), level, name: z.string() }),
  grade: z.optional(z.string()),
  class: z.optional(z.string()),
  seat: z.optional(z.string()),
});
export type Enrolment = z.infer<typeof enrolment>;

export const done = z.object({});
