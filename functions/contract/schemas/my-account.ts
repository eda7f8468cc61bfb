import * as z from "zod/mini";
import { channel, enrolment, filled, language, role, school, text } from "./parts.ts";
import { passwordRules } from "./register.ts";

export const whoAmI = z.object({
  signedIn: z.boolean(),
  accountName: z.optional(z.string()),
  name: z.optional(z.string()),
  csrfToken: z.optional(z.string()),
});
export type WhoAmI = z.infer<typeof whoAmI>;

export const secondFactorState = z.enum(["none", "bound", "on"]);

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
  secondFactor: z.boolean(),
  /** 其他 only (M20): the account is the e-mail address. */
  details: z.optional(
    z.object({ nickname: z.string(), phone: z.optional(z.string()), gender: z.optional(z.enum(["male", "female"])) }),
  ),
  /** `/api/pictures/<id>`. */
  picture: z.optional(z.string()),
  /** What a new password has to meet, for the form that changes it. */
  passwordRules: z.optional(passwordRules),
});
export type MyAccount = z.infer<typeof myAccount>;

/** 修改備用電子郵件信箱/行動電話 (M35): a code goes to the new contact. Seconds. */
export const contactCode = z.strictObject({ channel, value: filled(320), language });
export const contactCodeSent = z.object({ masked: z.string(), expiresIn: z.number(), resendIn: z.number() });
/** `attempt`: random, the same when a lost answer is asked for again. */
export const changeContact = z.strictObject({
  channel,
  value: filled(320),
  code: text(20),
  attempt: filled(64),
  language,
});
export const contact = z.object({ channel, value: z.string() });
export const undoContact = z.strictObject({ token: filled(2_000) });
/** `masked` is empty where the change had added a contact: it is gone again. */
export const contactRestored = z.object({ account: z.string(), masked: z.string() });

/** 更新個人資料 (M36): the person's own ID again, and the school they are at now. */
export const schoolLook = z.strictObject({ personId: text(20), school, role });
/** 目前資料 beside 來源資料. */
export const schoolFound = z.object({ current: z.array(enrolment), source: enrolment, same: z.boolean() });
export const schoolUpdated = z.object({ enrolments: z.array(enrolment) });

export const changePassword = z.strictObject({ current: text(256), password: text(256) });
/** The session goes on under a new secret, with this token; missing where it ended meanwhile. */
export const passwordChanged = z.object({ csrfToken: z.optional(z.string()) });

export const device = z.object({
  /** Names this session to `end`, opens nothing. */
  id: z.string(),
  current: z.boolean(),
  browser: z.string(),
  address: z.string(),
  startedAt: z.string(),
  lastSeenAt: z.string(),
});
export const devices = z.object({ devices: z.array(device) });
export type Devices = z.infer<typeof devices>;
export const endDevices = z.strictObject({
  ids: z.union([z.literal("others"), z.array(filled(64)).check(z.maxLength(20))]),
});
export const ended = z.object({ ended: z.number() });

/** One sign-in (M62). `method`: by account and password, or a county's account; `secondFactor` when a code was asked for. */
export const signInRecord = z.object({
  at: z.string(),
  address: z.string(),
  browser: z.string(),
  method: z.enum(["password", "county"]),
  secondFactor: z.boolean(),
});
export const signInRecords = z.object({ records: z.array(signInRecord) });
/** One application sign-in (M61). A name is told also where the application is gone. */
export const applicationRecord = z.object({
  at: z.string(),
  clientId: z.string(),
  name: z.object({ "zh-TW": z.string(), en: z.string() }),
  address: z.string(),
});
export const applicationRecords = z.object({ records: z.array(applicationRecord) });

/** The person's own data, whole (right of access): everything the service holds of them, and nothing of anybody else. */
export const ownData = z.object({
  account: myAccount,
  consents: z.array(z.record(z.string(), z.unknown())),
  signIns: z.array(signInRecord),
  applicationSignIns: z.array(applicationRecord),
  devices: z.array(device),
  /** The notice that was read when applying (M15). */
  notice: z.optional(z.record(z.string(), z.unknown())),
  /** The ID number, where an application may be let have it (M86). */
  personNumber: z.optional(z.string()),
  /** Contacts of before, as long as a change may be taken back (T20). */
  earlierContacts: z.array(contact),
  /** Counties whose accounts sign in to this one. */
  counties: z.array(z.string()),
  /** Legacy platforms this account came to, with what was told there (M82, M83). */
  legacyAccounts: z.array(z.record(z.string(), z.unknown())),
  writtenAt: z.string(),
});

/** The account name typed again, so that nobody closes an account by a slip. */
export const closeAccount = z.strictObject({ accountName: text(320) });
export const accountClosed = z.object({ account: z.string(), days: z.number() });
