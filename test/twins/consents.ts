import type { Consent, Consents } from "../../functions/ports/consents.ts";
import type { TwinParts } from "./memory.ts";

const pageSize = 100;

/** Consents in memory (M60). */
export function consentsTwin({ memory, clock, ids }: TwinParts): Consents {
  const { consents, audit } = memory;
  const keyOf = (userId: string, clientId: string) => `${userId} ${clientId}`;
  return {
    async find(userId, clientId) {
      return consents.get(keyOf(userId, clientId));
    },
    async list(userId) {
      const own = [...consents.values()].filter((consent) => consent.userId === userId);
      return own.toSorted((one, other) => other.grantedAt.localeCompare(one.grantedAt));
    },
    async give(userId, clientId, asked) {
      const before = consents.get(keyOf(userId, clientId));
      const consent: Consent = {
        userId,
        clientId,
        generation: before?.generation ?? ids.id(),
        scopes: [...new Set([...(before?.scopes ?? []), ...asked])],
        grantedAt: new Date(clock.now()).toISOString(),
      };
      consents.set(keyOf(userId, clientId), consent);
      audit.push({ subject: userId, event: "consent.given", clientId, scopes: asked });
      return consent;
    },
    async revoke(userId, clientIds) {
      const gone = [...new Set(clientIds)].filter((clientId) => consents.delete(keyOf(userId, clientId)));
      for (const clientId of gone) audit.push({ subject: userId, event: "consent.revoked", clientId });
      return gone.length;
    },
    async ofApplication(clientId, after = "") {
      const all = [...consents.values()].filter((consent) => consent.clientId === clientId).map(({ userId }) => userId);
      const left = all.toSorted().filter((userId) => userId > after);
      const userIds = left.slice(0, pageSize);
      const last = userIds.at(-1);
      return { userIds, ...(left.length > pageSize && last !== undefined ? { next: last } : {}) };
    },
  };
}
