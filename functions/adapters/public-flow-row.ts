import type { Policy } from "../contract/policy.ts";
import type { NewestRegistration } from "../ports/challenges.ts";
import type { Keys } from "../ports/keys.ts";
import type { OverduePublicFlow, PublicFlow, PublicPerson } from "../ports/public-registrations.ts";
import { accountClaim } from "./claims.ts";
import { cleanAt, type Dynamo, dueShardOf, type Row, type TransactItem } from "./dynamo.ts";

/** Registrations of 其他 have partitions of their own in the sparse index of `flows`: the other sweeps never meet one. */
export const publicShard = (shard: string): string => `public-${shard}`;

const day = 86_400_000;

interface NewFlow extends Pick<PublicFlow, "flowId" | "userId" | "person"> {
  readonly now: number;
}

/** A new registration. Its address stands as a claim does, so that what it holds can be freed when nothing personal is left. */
export async function newPublicRow(
  { keys, policy }: { keys: Keys; policy: Policy },
  { flowId, userId, person, now }: NewFlow,
): Promise<Row> {
  const expiresAt = now + policy.publicRegistration.life * 1_000;
  return {
    flowId,
    kind: "public",
    status: "PENDING",
    userId,
    claim: await accountClaim(keys, person.account),
    person: await keys.seal("public-registration", person),
    tries: 0,
    expiresAt,
    createdAt: now,
    dueShard: publicShard(dueShardOf(flowId)),
    dueAt: expiresAt,
    cleanAt: cleanAt(expiresAt + 30 * day),
  };
}

/** The row that names the newest registration of an address. */
export const newestKey = (claim: string): Row => ({ flowId: `newest-${claim}` });

/** It is so from its mail on: one that was refused a mail, and abandoned, takes 重發驗證信 from nobody (T13). */
export async function namedNewest(
  { dynamo, keys }: { dynamo: Dynamo; keys: Keys },
  { flowId, account, expiresAt }: NewestRegistration,
): Promise<TransactItem> {
  const key = newestKey(await accountClaim(keys, account));
  return { Put: { TableName: dynamo.name("flows"), Item: { ...key, newest: flowId, cleanAt: cleanAt(expiresAt) } } };
}

/** A row as the registration it is; undefined for any other row, and where nothing is left but its end. */
export async function publicFlowOf(
  { keys, policy }: { keys: Keys; policy: Policy },
  row: Row | undefined,
): Promise<PublicFlow | undefined> {
  if (row?.kind !== "public" || row.person === undefined) return undefined;
  const { flowId, userId, status, expiresAt, picture, tries } = row as never as PublicFlow & { tries: number };
  const person = (await keys.unseal("public-registration", String(row.person))) as PublicPerson | undefined;
  if (person === undefined) throw new Error("a registration cannot be opened with this key ring");
  const isSpent = status !== "DONE" && tries >= policy.publicRegistration.tries;
  return {
    flowId,
    userId,
    status: isSpent ? "ABANDONED" : status,
    person,
    expiresAt,
    ...(picture === undefined ? {} : { picture }),
  };
}

export function overdueOf(row: Row): OverduePublicFlow {
  const { flowId, userId, status, claim, picture } = row as never as OverduePublicFlow;
  return { flowId, userId, status, claim, ...(picture === undefined ? {} : { picture }) };
}
