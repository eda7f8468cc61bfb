import type { Sessions } from "../../functions/ports/sessions.ts";
import type { TwinParts } from "./memory.ts";

/** Signed-in sessions in memory, by their cookie (T21). */
export function sessionsTwin({ memory, keys, clock, ids, policy }: TwinParts): Sessions {
  const { accounts, sessions } = memory;
  const { idle, absolute, touch } = policy.session;
  return {
    async start(session) {
      const cookie = `${session.userId}.${ids.secret()}`;
      sessions.set(cookie, { ...session, startedAt: clock.now(), lastSeenAt: clock.now() });
      return cookie;
    },
    async find(cookie) {
      const kept = sessions.get(cookie);
      const profile = kept && accounts.get(kept.userId)?.profile;
      if (kept === undefined || profile === undefined) return undefined;
      const now = clock.now();
      if (now > kept.lastSeenAt + idle * 1_000 || now > kept.startedAt + absolute * 1_000) return undefined;
      if (kept.epoch !== profile.epoch || profile.status !== "ACTIVE") return undefined;
      if (now - kept.lastSeenAt > touch * 1_000) kept.lastSeenAt = now;
      return { userId: kept.userId, sessionKey: await keys.mac("session", cookie), profile };
    },
    async end(cookie) {
      sessions.delete(cookie);
    },
    csrfToken: (cookie) => keys.mac("csrf", cookie),
  };
}
