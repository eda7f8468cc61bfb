import type { NotMe, NotMeLinks } from "../ports/not-me.ts";
import type { Parts } from "./parts.ts";

interface LinkParts extends Pick<Parts, "keys" | "clock" | "ids" | "policy"> {
  /** `https://…`, without a path. */
  readonly siteOrigin: string;
}

interface Sealed extends NotMe {
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

/** The 不是我 link of a notice: a sealed token behind `#`, which a browser sends to nobody (T22: opening the page changes nothing). */
export function notMeLinks({ keys, clock, ids, policy, siteOrigin }: LinkParts): NotMeLinks {
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
