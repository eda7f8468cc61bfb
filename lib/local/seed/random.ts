/** Numbers that look random and are the same each time: the sample roster must not differ from one machine to the next. */
export interface Random {
  /** 0 … below − 1. */
  below(limit: number): number;
  pick<T>(items: readonly T[]): T;
  /** True in `percent` of a hundred cases. */
  chance(percent: number): boolean;
}

/** A linear congruential generator modulo 2^32 (multiplier and increment of Numerical Recipes, §7.1); the high bits are used. */
export function fixedRandom(seed: number): Random {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  return { below, pick: (items) => items[below(items.length)]!, chance: (percent) => below(100) < percent };
}
