import type { CountyId } from "../../../../../functions/contract/counties.ts";
import { isCountyId } from "../../../../components/county-picker/tiles.ts";

export interface HandedOver {
  readonly county: CountyId;
  /** The county's own query, as it came: the service reads it. */
  readonly answer: string;
}

/** What the service takes of an answer. */
const longest = 12_000;

/** Reads `#county=KHH&<the county's query>`, which no server saw. Anything else is nothing. */
export function readHandedOver(fragment: string): HandedOver | undefined {
  const [, county, answer = ""] = /^#county=([A-Z]{3})(?:&(.*))?$/.exec(fragment) ?? [];
  return isCountyId(county) && answer.length <= longest ? { county, answer } : undefined;
}
