import { comingAlong } from "./policy-coming-along.ts";
import { day, hour, minute, type PasswordRules, type Window } from "./policy-parts.ts";

export type { PasswordRules, Window } from "./policy-parts.ts";

/**
 * Every number of the account rules, in two profiles that differ in data only: `seed` as the manual says (the default),
 * `strict` as NIST SP 800-63B-4 and OWASP ASVS 5.0 level 2 say. Times are seconds unless the name says otherwise.
 */
const seed = {
  captcha: { life: 3 * minute, work: { life: 10 * minute, cost: 5_000, fewestRounds: 100, mostRounds: 300 } },
  /** C1, C2: the manual's rules per flow (M17, M55). */
  passwords: {
    register: { minLength: 8, maxLength: 20, classes: { kind: "letters-and-digits" } } as PasswordRules,
    activate: { minLength: 8, maxLength: 20, classes: { kind: "any-of", count: 3 } } as PasswordRules,
  },
  /** T01–T03: free tries, then a wait that doubles; a known device has its own, wider counter. */
  signIn: {
    freeTries: 5,
    knownDeviceFreeTries: 10,
    firstWait: 30,
    longestWait: 15 * minute,
    triesUntilReset: 100,
    addressFailures: { seconds: 10 * minute, most: 100 } as Window,
  },
  /** T21: shared classroom computers. `touch`: how coarse the idle time is kept, to save writes. */
  session: {
    idle: 30 * minute,
    absolute: 8 * hour,
    /** Signing in again goes on under the same key for so long after its first start: a sign-out looks back no further (T41). */
    sameKey: day,
    touch: minute,
    device: 180 * day,
    /** The oldest ends when there would be more. */
    most: 10,
    /** T20: contact, factor, password and closing ask for the password again after this. */
    fresh: 5 * minute,
  },
  /**
   * T18, T42: `step` as RFC 6238; a sign-in waits `signIn` for its code, a new seed `bind` for its first one. After `triesUntilReset`
   * wrong ones in a row only a recovery code is looked at. `guessed`: how often at most the owner is told of guesses.
   */
  secondFactor: {
    step: 30,
    drift: 1,
    freeTries: 5,
    firstWait: 30,
    longestWait: 15 * minute,
    triesUntilReset: 100,
    guessed: day,
    signIn: 5 * minute,
    bind: 10 * minute,
    recoveryCodes: 10,
  },
  /** T20: the old contact is told, and may take the change back. */
  contact: { undo: 72 * hour },
  /** M61, M62. */
  records: { keep: 2 * 365 * day, counts: [10, 20, 50, 100], downloads: { seconds: day, most: 10 } as Window },
  /** How long a closed account can be enabled again before what is personal is erased. */
  closing: { grace: 30 * day },
  /**
   * T31, T37, T38. `retry`: how long an identical refresh of a confidential application gets the same answer again. A signing key is
   * made every `rotate`, published `early` before it signs and as long after as a session and caches (`keysCached`) live.
   */
  oidc: {
    code: minute,
    accessToken: 5 * minute,
    idToken: hour,
    refreshToken: 30 * day,
    interaction: 10 * minute,
    retry: 10,
    keysCached: hour,
    rotate: 90 * day,
    early: day,
    applicationsCached: minute,
  },
  /** T41: back-channel logout. */
  logout: { tokenLife: 2 * minute, patience: 3, attempts: 3, backoff: minute },
  /** T05, for every look-up by name or ID. A registered school's addresses get `schoolFactor` times as much. */
  lookUp: {
    missesPerAddress: [
      { seconds: 10 * minute, most: 5 },
      { seconds: day, most: 20 },
    ] as Window[],
    hitsPerAddress: { seconds: hour, most: 10 } as Window,
    perPerson: { seconds: day, most: 5 } as Window,
    schoolFactor: 10,
    missBreaker: { seconds: 5 * minute, most: 4_000 } as Window,
  },
  ...comingAlong,
  registration: { draftLife: hour, hold: 15 * minute, resultLife: day },
  /** T06–T13 and "Settled": six digits, 10 minutes, 5 tries; 60 s between sends, 5 an hour, 10 a day. */
  code: {
    life: 10 * minute,
    tries: 5,
    gap: 60,
    perAccount: [
      { seconds: hour, most: 5 },
      { seconds: day, most: 10 },
    ] as Window[],
    perAddress: [
      { seconds: hour, most: 5 },
      { seconds: day, most: 10 },
    ] as Window[],
    /** T13: siblings share a parent's address; an account's first send of the hour passes up to this cap on the address. */
    sharedAddressPerDay: 30,
    perMobile: { seconds: day, most: 5 } as Window,
    perMobilePrefix: { seconds: hour, most: 20 } as Window,
    perClient: { seconds: hour, most: 10 } as Window,
    perSchoolClient: { seconds: hour, most: 500 } as Window,
    smsPerDay: 50_000,
    wrongPerAccount: { seconds: day, most: 15 } as Window,
    /** T08: so many between two successes, over days, and the code way into the account is off until a contact is proved again. */
    wrongInARow: 100,
    /** T09: split over `limitShards` rows, so 40 a row: more than one person may try (15), and open before 1,000 evaluations in all. */
    wrongRatio: { seconds: 5 * minute, from: 640, ratio: 0.2 },
  },
  /**
   * T34: a round trip lives ten minutes, what it proved ten more. `patience`: how long one answer of a county may take; `slow`: from
   * when it is called slow; `troubles` in a row within `memory` make it slow or down.
   */
  county: {
    roundTrip: 10 * minute,
    proof: 10 * minute,
    patience: 4,
    slow: 2,
    troubles: 3,
    memory: 10 * minute,
    largestAnswer: 256 * 1024,
    keysAtMost: day,
  },
  /** R1–R4: a grant, and the hold on signing in while it is used, live ten minutes; M51, C11: 24 hours between changes but by code. */
  reset: { grant: 10 * minute, between: day },
  /** T16, M49: issued by the school, one use. */
  defaultPassword: { length: 10, life: 14 * day, tries: 5 },
  /** M48, C3: by name, ID and school, for students without a second factor. `code`: it only opens the code step. */
  personalData: {
    on: true,
    opens: "new-password" as "new-password" | "code",
    perPerson: { seconds: day, most: 5 } as Window,
  },
  /** 停用 after a year without a sign-in, with mails before. */
  idle: { disableAfter: 365 * day, warnBefore: [30 * day, 7 * day] },
  /** 附表十: not equal to the last three. */
  passwordHistory: 3,
  /** M70. A link that says 不是我 works as long as the notice is likely to be read. */
  cases: {
    perClient: { seconds: hour, most: 5 } as Window,
    perSchoolClient: { seconds: hour, most: 60 } as Window,
    looksPerClient: { seconds: 10 * minute, most: 20 } as Window,
    /** T13: a form that anybody can fill in must not bomb a stranger, besides all that counts for codes. */
    messagesPerContact: [
      { seconds: minute, most: 1 },
      { seconds: day, most: 3 },
    ] as Window[],
  },
  notMe: { life: 7 * day },
  message: { sendingLease: minute, attempts: 5, keep: 30 * day },
  showAccountForId: true,
};

export type Policy = typeof seed;

const strict: Policy = {
  ...seed,
  passwords: {
    register: { minLength: 15, maxLength: 128, classes: { kind: "none" } },
    activate: { minLength: 15, maxLength: 128, classes: { kind: "none" } },
  },
  showAccountForId: false,
  personalData: { ...seed.personalData, opens: "code" },
  legacy: { ...seed.legacy, hint: false },
};

export const policies = { seed, strict } as const;
export type PolicyProfile = keyof typeof policies;

/** Counters that everybody shares are split over this many rows, each with its part of the budget. */
export const limitShards = 16;
