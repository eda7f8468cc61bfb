import * as z from "zod/mini";
import { caseCategories } from "../case-categories.ts";
import { captcha, filled, school, text } from "./parts.ts";

/** 問題分類 (M70). Every 回報問題 button opens the form with one of these chosen. */
export const caseCategory = z.enum(caseCategories);
export type CaseCategory = z.infer<typeof caseCategory>;

/** Who takes care of it: by category and school. */
export const caseOwner = z.enum(["school", "county", "service-desk"]);
export type CaseOwner = z.infer<typeof caseOwner>;

export const caseStatus = z.enum(["open", "in-progress", "answered", "closed"]);

/**
 * `person`: 身分證字號／居留證號／其他身分 ID／教育雲端帳號, as typed; sealed. `contact`: e-mail or mobile. `county`: ISO 3166-2 without `TW-`,
 * where the page knows it. `school`: likewise.
 */
export const openCase = z.strictObject({
  category: caseCategory,
  person: text(320),
  name: filled(120),
  contact: filled(320),
  description: filled(4_000),
  county: z.optional(z.string().check(z.regex(/^[A-Z]{3}$/))),
  school: z.optional(school),
  captcha,
});
/** `number` is for quoting, `code` opens the status page with it; the code is shown once here and mailed to the sender. */
export const openedCase = z.object({ number: z.string(), code: z.string(), mailed: z.boolean() });

export const lookAtCase = z.strictObject({ number: filled(20), code: filled(20) });
export const shownCase = z.object({
  number: z.string(),
  category: caseCategory,
  status: caseStatus,
  owner: caseOwner,
  openedAt: z.string(),
  /** What happened, oldest first; times are UTC ISO 8601. */
  steps: z.array(z.object({ at: z.string(), status: caseStatus, said: z.optional(z.string()) })),
});
export type ShownCase = z.infer<typeof shownCase>;

/** The sealed token of a 不是我 link; it is in the fragment of the link, so no server saw it before this POST. */
export const notMe = z.strictObject({ token: filled(2_000) });
export const frozen = z.object({ number: z.string(), code: z.string() });
