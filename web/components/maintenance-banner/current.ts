import { type Maintenance, startOf } from "../../../functions/contract/notices.ts";

/** The work that is to be told of at `now` (ms since 1970): announced, and not over. The nearest first. */
export function currentWork<M extends Maintenance>(all: readonly M[], now: number): readonly M[] {
  return all
    .filter(({ announce, end }) => startOf(announce) <= now && now < startOf(end))
    .sort((one, other) => startOf(one.start) - startOf(other.start));
}

/** A longer one would come at once: browsers count 32 bits of milliseconds. */
const longestWait = 2 ** 31 - 1;

/**
 * ms from `now` until what was said at `saidAt` has to be said otherwise; undefined when it never will. Both ms since 1970: a page that
 * was drawn late, or a device that slept, must not wait on from the moment it knew.
 */
export function untilNextChange(all: readonly Maintenance[], saidAt: number, now: number): number | undefined {
  const ahead = all
    .flatMap(({ announce, start, end }) => [startOf(announce), startOf(start), startOf(end)])
    .filter((moment) => moment > saidAt);
  return ahead.length === 0 ? undefined : Math.min(longestWait, Math.max(0, Math.min(...ahead) - now));
}
