import * as z from "zod/mini";
import { countyId, countyPurpose, countyState } from "../counties.ts";
import { enrolment, filled, role, text } from "./parts.ts";
import { application } from "./register.ts";

const words = z.object({ "zh-TW": z.string(), en: z.string() });

export const counties = z.object({
  counties: z.array(
    z.object({
      id: countyId,
      name: z.string(),
      nameEn: z.string(),
      /** Whether this service is connected to the county at all. */
      on: z.boolean(),
      state: countyState,
      button: words,
      help: z.object({ name: words, url: z.optional(z.string()), phone: z.optional(z.string()) }),
    }),
  ),
});
export type Counties = z.infer<typeof counties>;
export type CountyEntry = Counties["counties"][number];

/** `returnTo`: a path of this site, kept with the round trip. */
export const startCounty = z.strictObject({
  county: countyId,
  purpose: countyPurpose,
  returnTo: z.optional(text(500)),
});
/** Where to send the browser: the county's own page. */
export const startedCounty = z.object({ url: z.string() });

/** `answer`: what came back with the browser, as a query string without `?`. */
export const finishCounty = z.strictObject({ county: countyId, answer: text(12_000) });

const place = z.object({ index: z.number(), enrolment });

export const finishedCounty = z.discriminatedUnion("outcome", [
  /** `tell`: the account has not been told yet: 您的教育雲端帳號 … 我知道了 (M31). */
  z.object({
    outcome: z.literal("signed-in"),
    account: z.string(),
    accountName: z.string(),
    csrfToken: z.string(),
    tell: z.boolean(),
    returnTo: z.optional(z.string()),
  }),
  /** The account has a second factor, which is asked for now (T18). */
  z.object({ outcome: z.literal("two-factor"), returnTo: z.optional(z.string()) }),
  /** M12 → M14: an application is open in this browser, at its confirm page. */
  z.object({ outcome: z.literal("apply"), application }),
  /** Several roles or schools: one is chosen with `POST /api/county/choose`. */
  z.object({ outcome: z.literal("choose"), places: z.array(place) }),
  /** The county does not say whose record it is: M13 by hand at this school, and the county account is kept with it. */
  z.object({
    outcome: z.literal("fill-in"),
    county: countyId,
    name: z.optional(z.string()),
    schools: z.array(z.object({ code: z.string(), level: z.optional(z.string()), role: z.optional(role) })),
  }),
  /** The county knows the person, the roster does not: 查無資料. */
  z.object({ outcome: z.literal("not-found"), county: countyId }),
  /** The person has an account: it is linked after it was proved too (T35). */
  z.object({ outcome: z.literal("prove-account"), county: countyId }),
  /** M40. */
  z.object({ outcome: z.literal("account"), account: z.string() }),
  /** Nothing is linked to this county account (M40, M47). */
  z.object({ outcome: z.literal("no-account"), county: countyId }),
  /** M47: a reset grant is bound to this browser. */
  z.object({ outcome: z.literal("reset"), account: z.string() }),
]);
export type FinishedCounty = z.infer<typeof finishedCounty>;

export const chooseCountyPlace = z.strictObject({ index: z.number().check(z.int(), z.minimum(0), z.maximum(50)) });

/** What this browser has proved at a county and not used yet: what a reload needs. */
export const countyProof = z.object({
  county: z.optional(countyId),
  name: z.optional(z.string()),
  /** Epoch milliseconds after which the county has to be asked again. */
  until: z.optional(z.number()),
  places: z.optional(z.array(place)),
});
export type CountyProofAnswer = z.infer<typeof countyProof>;

export const linkedCounty = z.object({ county: countyId, account: z.string() });
export const countyAnswerPath = filled(40);
