import type { Sessions } from "../../functions/ports/sessions.ts";
import type { SessionKept, TwinParts } from "./memory.ts";

/** Signed-in sessions in memory, by their key (T21). */
export function sessionsTwin({ memory, keys, clock, ids, policy }: TwinParts): Sessions {
  const { accounts, sessions, events, logouts, audit } = memory;
  const { idle, absolute, sameKey, touch, most, fresh } = policy.session;
  const firstStarts = new Map<string, number>();

  const isListed = ({ userId, sessionKey }: SessionKept): boolean => {
    const listed = [...(accounts.get(userId)?.sessions ?? [])];
    const newest = listed.toSorted(([key, at], [other, since]) => since - at || (key < other ? 1 : -1));
    return newest.slice(0, most).some(([key]) => key === sessionKey);
  };

  const lives = (kept: SessionKept): boolean => {
    const profile = accounts.get(kept.userId)?.profile;
    const now = clock.now();
    const isInTime = now <= kept.lastSeenAt + idle * 1_000 && now <= kept.startedAt + absolute * 1_000;
    return isInTime && isListed(kept) && profile?.epoch === kept.epoch && profile.status === "ACTIVE";
  };

  const liveOf = (userId: string) =>
    [...sessions.values()]
      .filter((kept) => kept.userId === userId && lives(kept))
      .toSorted((a, b) => b.startedAt - a.startedAt);

  return {
    async mint(userId, present) {
      const [, key = ""] = (present ?? "").split(".");
      const kept = sessions.get(key);
      const isOwn = kept?.userId === userId && kept.cookie === present && lives(kept);
      const since = isOwn ? (firstStarts.get(key) ?? 0) : undefined;
      const over = since !== undefined && clock.now() <= since + sameKey * 1_000;
      const sessionKey = over ? key : ids.id();
      const minted = { userId, sessionKey, over, cookie: `${userId}.${sessionKey}.${ids.secret()}` };
      if (since === undefined) return minted;
      return { ...minted, ...(over ? { since } : { insteadOf: key }) };
    },
    async start({ userId, sessionKey, cookie, since, insteadOf }, { epoch, client, methods, ends = [] }) {
      const now = clock.now();
      firstStarts.set(sessionKey, since ?? now);
      if (insteadOf !== undefined && sessions.delete(insteadOf))
        logouts.set(ids.id(), { userId, sessionKey: insteadOf });
      const times = { startedAt: now, lastSeenAt: now, authenticatedAt: now };
      sessions.set(sessionKey, { userId, sessionKey, cookie, epoch, client, methods, ...times });
      for (const key of ends) logouts.set(ids.id(), { userId, sessionKey: key });
      events.set(ids.id(), { userId, at: now, sessionKey, methods });
    },
    async find(cookie) {
      const kept = [...sessions.values()].find((one) => one.cookie === cookie);
      const profile = kept && accounts.get(kept.userId)?.profile;
      if (kept === undefined || profile === undefined || !lives(kept)) return undefined;
      const now = clock.now();
      if (now - kept.lastSeenAt > touch * 1_000) kept.lastSeenAt = now;
      const { userId, sessionKey, startedAt, authenticatedAt, methods } = kept;
      const isFresh = methods.includes("pwd") && now <= authenticatedAt + fresh * 1_000;
      const found = { userId, sessionKey, secretHash: cookie, profile, startedAt, authenticatedAt, methods };
      return { ...found, fresh: isFresh };
    },
    async rotate({ userId, sessionKey, secretHash, methods, authenticatedAt, profile }, change) {
      const kept = sessions.get(sessionKey);
      if (kept === undefined || kept.cookie !== secretHash) return undefined;
      const now = clock.now();
      kept.prior = kept.cookie;
      kept.cookie = `${userId}.${sessionKey}.${ids.secret()}`;
      kept.epoch = change.epoch ?? profile.epoch;
      kept.methods = change.methods ?? methods;
      kept.authenticatedAt = change.methods === undefined ? authenticatedAt : now;
      kept.lastSeenAt = now;
      return kept.cookie;
    },
    async end(cookie) {
      const [userId = "", sessionKey = "", secret] = cookie.split(".");
      const kept = sessions.get(sessionKey);
      if (secret === undefined || (kept !== undefined && kept.cookie !== cookie && kept.prior !== cookie))
        return undefined;
      if (sessions.delete(sessionKey)) logouts.set(ids.id(), { userId, sessionKey });
      accounts.get(userId)?.sessions.delete(sessionKey);
      return { userId, sessionKey };
    },
    async list(userId) {
      return liveOf(userId).map(({ sessionKey, startedAt, lastSeenAt, client }) => {
        return { sessionKey, startedAt, lastSeenAt, ...client };
      });
    },
    async endThese(userId, sessionKeys) {
      const ending = liveOf(userId).filter(({ sessionKey }) => sessionKeys.includes(sessionKey));
      for (const { sessionKey } of ending) {
        sessions.delete(sessionKey);
        accounts.get(userId)?.sessions.delete(sessionKey);
        audit.push({ subject: userId, event: "session.ended" });
        logouts.set(ids.id(), { userId, sessionKey });
      }
      return ending.length;
    },
    csrfToken: (cookie) => keys.mac("csrf", cookie),
  };
}
