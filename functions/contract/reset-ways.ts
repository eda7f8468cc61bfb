import type { ResetWay } from "./schemas/reset-password.ts";

/** M51, C11: by these ways a password changes once in 24 hours. The code is the owner's stronger proof and beats a thief's reset (T19). */
export const changesOnceADay = (way: ResetWay): boolean => way !== "code";
