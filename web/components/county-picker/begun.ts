import type { CountyId, CountyPurpose } from "../../../functions/contract/counties.ts";
import { isCountyId } from "./tiles.ts";

/** What this tab went to a county for, and from which page: only for the way back when it does not work out. Nothing personal. */
export interface Begun {
  readonly county: CountyId;
  readonly purpose: CountyPurpose;
  /** A path of this site with its query. */
  readonly from: string;
}

const storageKey = "county";
const purposes: readonly string[] = ["sign-in", "apply", "forgot-account", "reset-password"] satisfies CountyPurpose[];

export function writeBegun(begun: Begun): string {
  return JSON.stringify(begun);
}

/** What was kept, if it is whole: whatever else a browser holds under this name is nothing. */
export function readBegun(kept: string | null): Begun | undefined {
  try {
    const { county, purpose, from } = JSON.parse(kept ?? "") as Record<string, unknown>;
    if (typeof county !== "string" || !isCountyId(county)) return undefined;
    if (typeof purpose !== "string" || !purposes.includes(purpose)) return undefined;
    if (typeof from !== "string" || !/^\/(?![/\\])[\x21-\x7e]*$/.test(from)) return undefined;
    return { county, purpose: purpose as CountyPurpose, from };
  } catch {
    return undefined;
  }
}

/** A browser that forbids storage goes on without: it is then led back to the list of the counties. */
export function keepBegun(begun: Begun): void {
  try {
    sessionStorage.setItem(storageKey, writeBegun(begun));
  } catch {
    // The page a person comes back to does not depend on it.
  }
}

export function recallBegun(): Begun | undefined {
  try {
    return readBegun(sessionStorage.getItem(storageKey));
  } catch {
    return undefined;
  }
}
