import { dueShards } from "../contract/tables.ts";

/**
 * Works through everything that is due, shard by shard. One that fails stops no other and comes again in a later run.
 * Throws at the end when any failed, so that the run is seen to have failed.
 */
export async function workThrough(
  due: (shard: number) => Promise<readonly string[]>,
  work: (id: string) => Promise<void>,
): Promise<void> {
  const failures: unknown[] = [];
  for (let shard = 0; shard < dueShards; shard += 1) {
    for (const id of await due(shard)) await work(id).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of what was due could not be done`);
}
