import type { Application } from "../../../../functions/contract/schemas/register.ts";
import { type Choice, isSchoolChosen } from "./choice.ts";

/** The pages of the wizard in the order of the manual's chapter 壹, each at `/apply/<page>`. */
export const applyPages = [
  "identity",
  "school",
  "person",
  "confirm",
  "consent",
  "account",
  "code",
  "review",
  "done",
] as const;
export type ApplyPage = (typeof applyPages)[number];

/** `done` is no step: nothing is left to do there. */
export const stepCount = applyPages.length - 1;

interface Reach {
  /** The page that waits for the person: where a request for a later page ends. */
  readonly home: ApplyPage;
  /** The furthest page that may be shown. */
  readonly limit: ApplyPage;
}

/**
 * How far the server's step lets a reload, a bookmark or a second tab come. Looking at the found data changes nothing on the
 * server, so the notice (consent) may be read at its step `confirm` already.
 */
const reach: Record<Application["step"], Reach> = {
  none: { home: "identity", limit: "person" },
  confirm: { home: "confirm", limit: "consent" },
  consent: { home: "consent", limit: "consent" },
  account: { home: "account", limit: "account" },
  code: { home: "code", limit: "code" },
  review: { home: "review", limit: "review" },
  done: { home: "done", limit: "done" },
};

/** The page that waits for the person at a step of the server. */
export function homeOf(step: Application["step"]): ApplyPage {
  return reach[step].home;
}

const placeOf = (page: ApplyPage) => applyPages.indexOf(page);

/**
 * The page to show when `wanted` is asked for: itself, or the one that has to come first. A finished application shows only
 * its result, and the first page, where the next person at this device begins.
 */
export function pageToShow(wanted: ApplyPage, step: Application["step"], choice: Choice): ApplyPage {
  if (step === "done") return wanted === "identity" ? "identity" : "done";
  if (placeOf(wanted) > placeOf(reach[step].limit)) return step === "none" ? firstOpen(choice) : reach[step].home;
  if (wanted === "school" && choice.role === undefined) return "identity";
  if (wanted === "person" && !isSchoolChosen(choice)) return choice.role === undefined ? "identity" : "school";
  return wanted;
}

/** Before anything is saved: the first page whose answer is missing. */
function firstOpen(choice: Choice): ApplyPage {
  if (choice.role === undefined) return "identity";
  return isSchoolChosen(choice) ? "person" : "school";
}

/** 「步驟 3／8」: the place of a page, from 1. */
export function stepNumber(page: ApplyPage): number {
  return Math.min(placeOf(page) + 1, stepCount);
}

/** Where 回上一頁 leads. The code is left behind once it is proved: from the review one goes back to what can be changed. */
export function pageBefore(page: ApplyPage): ApplyPage | undefined {
  if (page === "review") return "account";
  return page === "done" ? undefined : applyPages[placeOf(page) - 1];
}
