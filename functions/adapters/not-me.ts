import type { Policy } from "../contract/policy.ts";
import type { Clock } from "../ports/clock.ts";
import type { Ids } from "../ports/ids.ts";
import type { Keys } from "../ports/keys.ts";
import type { NotMe, NotMeLinks } from "../ports/not-me.ts";

interface Parts {
  readonly keys: Keys;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly policy: Policy;
  /** `https://…`, without a path. */
  readonly siteOrigin: string;
}

interface Sealed extends NotMe {
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** The 不是我 link of a notice: a sealed token behind `#`, which a browser sends to nobody (T22: opening the page changes nothing). */
export function notMeLinks({ keys, clock, ids, policy, siteOrigin }: Parts): NotMeLinks {
  return {
    async link(userId) {
      const expiresAt = clock.now() + policy.notMe.life * 1_000;
      const token = await keys.seal("not-me", { userId, id: ids.id(), expiresAt } satisfies Sealed);
      return `${siteOrigin}/not-me#${token}`;
    },
    async read(token) {
      const sealed = (await keys.unseal("not-me", token)) as Sealed | undefined;
      if (sealed === undefined || sealed.expiresAt < clock.now()) return undefined;
      return { userId: sealed.userId, id: sealed.id };
    },
  };
}
