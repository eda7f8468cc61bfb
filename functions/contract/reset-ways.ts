import type { ResetWay } from "./schemas/reset-password.ts";

/** How a password is changed: by a way to a reset grant, or by who is signed in and gave the present one. */
export type ChangeWay = ResetWay | "change";

/** M51, C11: by these ways a password changes once in 24 hours. The code is the owner's stronger proof and beats a thief's reset (T19). */
export const changesOnceADay = (way: ChangeWay): boolean => way !== "code" && way !== "change";
