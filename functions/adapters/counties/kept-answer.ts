import type { Clock } from "../../ports/clock.ts";
import { CountyTrouble } from "../../ports/county-providers.ts";

/** Something of a county that seldom changes, kept by this process. */
export interface KeptAnswer<T> {
  get(): Promise<T>;
  /** What came after `than`: asks again for it, unless that was done a moment ago; undefined then (T37). */
  newer(than: T): Promise<T | undefined>;
}

/** Seconds. `fresh`: not asked again within. `atMost`: how old it may be while the county is down. `gap`: between two askings. */
export interface Ages {
  readonly fresh: number;
  readonly atMost: number;
  readonly gap: number;
}

/** One asking at a time; an answer that is wrong, unlike none at all, is never covered up with an older one. */
export function keptAnswer<T>(load: () => Promise<T>, ages: Ages, clock: Clock): KeptAnswer<T> {
  let known: { readonly value: T; readonly at: number } | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  let underWay: Promise<T> | undefined;
  const since = (at: number) => (clock.now() - at) / 1_000;

  const ask = () => {
    askedAt = clock.now();
    underWay ??= load()
      .then((value) => {
        known = { value, at: clock.now() };
        return value;
      })
      .finally(() => {
        underWay = undefined;
      });
    return underWay;
  };

  return {
    async get() {
      const old = known !== undefined && since(known.at) < ages.atMost ? known : undefined;
      if (old !== undefined && (since(old.at) < ages.fresh || since(askedAt) < ages.gap)) return old.value;
      try {
        return await ask();
      } catch (error) {
        if (old !== undefined && error instanceof CountyTrouble && error.kind === "down") return old.value;
        throw error;
      }
    },
    async newer(than) {
      if (underWay !== undefined) return await underWay;
      if (known !== undefined && known.value !== than) return known.value;
      return since(askedAt) < ages.gap ? undefined : await ask();
    },
  };
}
