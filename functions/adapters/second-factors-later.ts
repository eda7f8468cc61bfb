import type { SecondFactors } from "../ports/second-factors.ts";
import { loadedLater } from "./loaded-later.ts";
import type { FactorParts } from "./second-factor-records.ts";

/** Second factors for a function in which only one of many requests meets one. */
export const secondFactorsLater = (parts: FactorParts): SecondFactors =>
  loadedLater<SecondFactors>(["find", "check", "start", "bind", "enable", "renew", "unbind"], () =>
    import("./second-factors.ts").then(({ dynamoSecondFactors }) => dynamoSecondFactors(parts)),
  );
