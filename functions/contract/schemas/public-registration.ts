import * as z from "zod/mini";
import { captcha, filled, language, text } from "./parts.ts";
import { passwordRules } from "./register.ts";

export const gender = z.enum(["male", "female"]);
export type Gender = z.infer<typeof gender>;

/** What 其他 tell of themselves beside account and name (M20). */
const details = { nickname: filled(40), phone: z.optional(text(60)), gender: z.optional(gender) };

/** 其他會員註冊 (M20): the account is the e-mail address. */
export const registerPublic = z.strictObject({
  email: filled(320),
  name: filled(120),
  password: text(256),
  ...details,
  /** Who is under 20 says so, and a guardian has read and agreed too (M15). */
  adult: z.boolean(),
  guardian: z.optional(z.boolean()),
  agreed: z.literal(true),
  termsVersion: filled(20),
  language,
  captcha,
});

/**
 * The registration of this browser. `sent`: a mail with link and code is under way, or was, as far as anybody is told (T04). Seconds.
 * No password, no form.
 */
export const publicRegistration = z.object({
  step: z.enum(["none", "sent", "done"]),
  /** Masked. */
  email: z.optional(z.string()),
  /** Until link and code are worth nothing any more. */
  expiresIn: z.optional(z.number()),
  codeExpiresIn: z.optional(z.number()),
  resendIn: z.optional(z.number()),
  /** The account, once it is active; masked. */
  account: z.optional(z.string()),
  passwordRules,
});
export type PublicRegistration = z.infer<typeof publicRegistration>;

/** 重發驗證信: for the registration of this browser, or from any browser by the address. */
export const resendActivation = z.union([
  z.strictObject({ language }),
  z.strictObject({ email: filled(320), language, captcha }),
]);
/** The same whether anybody registered with the address or not. */
export const activationResent = z.object({ resendIn: z.number() });

/** What the page of a mailed link shows. It has no effect. */
export const lookAtActivation = z.strictObject({ token: filled(2_000) });
export const activation = z.object({
  state: z.enum(["open", "done"]),
  /** Masked. */
  email: z.string(),
});

/**
 * The press on 啟用帳號, with the password of the registration: the mailbox alone, or the form alone, opens nothing. By the link's token,
 * or by the code in the browser that registered. `attempt`: random, the same when a lost answer is asked for again.
 */
export const activatePublic = z.union([
  z.strictObject({ token: filled(2_000), password: text(256), language }),
  z.strictObject({ code: text(20), attempt: filled(64), password: text(256), language, captcha: z.optional(captcha) }),
]);
export const publicActivated = z.object({ account: z.string() });

/** 不是我: whoever got the mail and never registered. Nothing of it stays. */
export const refuseActivation = z.strictObject({ token: filled(2_000) });

/** What 其他 change of their details later. An empty text takes it away. */
export const changeDetails = z.strictObject(details);
