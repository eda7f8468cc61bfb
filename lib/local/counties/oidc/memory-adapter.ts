import type { Adapter, AdapterPayload } from "oidc-provider";

interface Kept {
  readonly payload: AdapterPayload;
  /** Epoch milliseconds. */
  readonly until: number;
}

const most = 5_000;

/** Where a sample provider keeps its sign-ins under way: in memory, so that a restart forgets them. One store for each provider. */
export function memoryAdapter(): (model: string) => Adapter {
  const kept = new Map<string, Kept>();
  const read = (key: string) => {
    const found = kept.get(key);
    return found === undefined || found.until <= Date.now() ? undefined : found.payload;
  };
  const findWhere = (model: string, matches: (payload: AdapterPayload) => boolean) => {
    const key = [...kept.keys()].find((each) => each.startsWith(`${model}:`) && matches(kept.get(each)?.payload ?? {}));
    return key === undefined ? undefined : read(key);
  };
  return (model) => ({
    async upsert(id, payload, expiresIn) {
      const key = `${model}:${id}`;
      kept.delete(key);
      kept.set(key, { payload, until: Date.now() + (expiresIn ?? 3_600) * 1_000 });
      // A Map keeps the order of its entries: the oldest goes first.
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
    find: async (id) => read(`${model}:${id}`),
    findByUid: async (uid) => findWhere(model, (payload) => payload.uid === uid),
    findByUserCode: async (code) => findWhere(model, (payload) => payload.userCode === code),
    async consume(id) {
      const payload = read(`${model}:${id}`);
      if (payload !== undefined) payload.consumed = Math.floor(Date.now() / 1_000);
    },
    async destroy(id) {
      kept.delete(`${model}:${id}`);
    },
    async revokeByGrantId(grantId) {
      for (const [key, { payload }] of kept) if (payload.grantId === grantId) kept.delete(key);
    },
  });
}
