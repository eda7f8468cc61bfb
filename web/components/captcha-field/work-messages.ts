import type { Challenge, Solution } from "altcha/lib";

/** What page and worker say to each other. */
export type ToWorker = Challenge;
export type FromWorker = { readonly tries: number } | { readonly solution: Solution } | { readonly failed: true };
