import type { FinishedCounty } from "../../../../../functions/contract/schemas/county.ts";
import { safeReturnTo, withReturnTo } from "../../../../return-to.ts";
import { addressOf } from "../../../apply/rules/addresses.ts";
import { choiceOfCounty, type KnownCounty } from "./choice-of-county.ts";

/** Where an outcome goes on, or undefined where it is shown first. `county` is needed for `fill-in` only. */
export function nextAddress(finished: FinishedCounty, county?: KnownCounty): string | undefined {
  switch (finished.outcome) {
    case "signed-in":
      return finished.tell ? undefined : afterSignIn(finished.returnTo);
    case "two-factor":
      return withReturnTo("/sign-in/two-factor", safeReturnTo(finished.returnTo));
    case "apply":
      return "/apply/confirm";
    case "choose":
      return "/sign-in/county/choose";
    case "prove-account":
      return "/sign-in/county/link";
    case "reset":
      return "/reset-password/new";
    case "fill-in":
      return addressOf("person", choiceOfCounty(finished, county), { step: "none" });
    default:
      return undefined;
  }
}

export function afterSignIn(returnTo: string | undefined): string {
  return safeReturnTo(returnTo) ?? "/my-account";
}

/** The page of the counties, or of one of them, that leads to `returnTo` afterwards. */
export function countyAddress(county?: string, returnTo?: string): string {
  const query = new URLSearchParams({ ...(county ? { county } : {}), ...(returnTo ? { returnTo } : {}) }).toString();
  return query === "" ? "/sign-in/county" : `/sign-in/county?${query}`;
}
