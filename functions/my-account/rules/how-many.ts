import type { Policy } from "../../contract/policy.ts";

/** How many records a person chose to see (M61, M62): one of the counts on offer, else undefined. */
export function howManyOf({ records }: Policy, text: string | undefined): number | undefined {
  return records.counts.find((count) => String(count) === text);
}
