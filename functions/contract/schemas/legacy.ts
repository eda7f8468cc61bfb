import * as z from "zod/mini";
import { captcha, filled, language, text } from "./parts.ts";
import { gender } from "./public-registration.ts";

const words = z.object({ "zh-TW": z.string(), en: z.string() });

/** Where somebody stands who comes to a legacy platform (M81), and what the page shows. Times are UTC ISO 8601. */
export const legacyArrival = z.object({
  clientId: z.string(),
  /** Where the application's entry leads, if it has one: back there, for who came without a request. */
  address: z.optional(z.string()),
  platform: z.object({ id: z.string(), name: words, help: words, signInEnds: z.string() }),
  /** The old sign-in is gone (M80). */
  ended: z.boolean(),
  /** Old accounts are joined no more, since this moment. */
  linkingEnded: z.optional(z.string()),
  state: z.enum(["open", "linked", "registered"]),
  /** The old account, for who has joined it. */
  legacyAccount: z.optional(z.string()),
  /** The form of 尚未有平台資訊, prefilled (M83). */
  form: z.object({
    name: z.string(),
    /** 身分, by role; none for 其他. */
    roles: z.array(z.enum(["student", "teacher", "staff"])),
    phone: z.optional(z.string()),
    email: z.optional(z.string()),
    gender: z.optional(gender),
    /** 身份証 is asked for: the platform hands study hours on (M86). */
    personIdNeeded: z.boolean(),
    /** The application's own reason for it. */
    personIdReason: z.optional(words),
  }),
});
export type LegacyArrival = z.infer<typeof legacyArrival>;

const oldAccount = { account: filled(200), password: text(256) };

/** 帳號合併 (M82). `otherName`: the person was told that the names differ and says it is theirs. */
export const linkLegacy = z.strictObject({ ...oldAccount, otherName: z.optional(z.boolean()), language });
export const legacyLinked = z.object({ account: z.string() });

/** 尚未有平台資訊 (M83). 職稱 as on the platform; the name is the account's own. */
export const registerAtLegacy = z.strictObject({
  title: z.optional(text(60)),
  phone: filled(60),
  personId: z.optional(text(20)),
  email: z.optional(text(320)),
  gender: z.optional(gender),
  chineseName: z.optional(text(120)),
  englishName: z.optional(text(120)),
});
export const registeredAtLegacy = z.object({});

/** 查詢密碼 (M85), in the browser of who is signed in already. */
export const findLegacyPassword = z.strictObject({ account: filled(200), email: filled(320), captcha });
/** The same for what nobody has. `hint`: the person's own, where it is shown (C5). */
export const legacyHint = z.object({ hint: z.optional(z.string()) });
/** 系統重設密碼 (M85). */
export const resetLegacyPassword = z.strictObject({ account: filled(200), email: filled(320), language, captcha });
/** `masked`: the address as typed. Whether a mail goes there is not told. `days` it works. */
export const legacyPasswordSent = z.object({ masked: z.string(), hours: z.number() });

/** The old sign-in, asked for by the platform's own server (M80), as RFC 6749 2.3.1 puts a client's secret in a body. */
export const legacySignIn = z.strictObject({ client_id: filled(64), client_secret: filled(200), ...oldAccount });
export const legacySignedIn = z.object({ legacy_account: z.string(), sign_in_ends: z.string(), notice: words });
