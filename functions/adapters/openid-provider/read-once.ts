import { AsyncLocalStorage } from "node:async_hooks";
import type { TableName } from "../../contract/tables.ts";
import type { Dynamo, Row } from "../dynamo.ts";

interface KeyOfRow {
  readonly table: TableName;
  readonly key: Row;
}

/** What one request read, by table and key, and what its next read takes along. */
interface Reads {
  readonly rows: Map<string, Row | undefined>;
  ahead: readonly KeyOfRow[];
}

const store = new AsyncLocalStorage<Reads>();

/** Runs one request, whose first read takes `ahead` along: what it is sure to need (performance goal 1). */
export const readingOnce = <T>(ahead: readonly KeyOfRow[], run: () => Promise<T>): Promise<T> =>
  store.run({ rows: new Map(), ahead }, run);

const nameOf = ({ table, key }: KeyOfRow): string => `${table} ${JSON.stringify(Object.entries(key).toSorted())}`;

/**
 * The same store, read once a request: what a request read it does not read again. What is written while it runs is not seen, which
 * conditions of the writes make good (T39). Outside a request it is the store as it is.
 */
export function readOnce(dynamo: Dynamo): Dynamo {
  return {
    ...dynamo,
    async batchGet(keys) {
      const reads = store.getStore();
      if (reads === undefined) return dynamo.batchGet(keys);
      const { rows } = reads;
      if (keys.some((key) => !rows.has(nameOf(key)))) {
        const unread = new Map([...keys, ...reads.ahead].map((key) => [nameOf(key), key]));
        for (const name of rows.keys()) unread.delete(name);
        reads.ahead = [];
        const found = await dynamo.batchGet([...unread.values()]);
        for (const [index, name] of [...unread.keys()].entries()) rows.set(name, found[index]);
      }
      return keys.map((key) => rows.get(nameOf(key)));
    },
  };
}
