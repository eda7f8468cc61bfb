import { GetCommand } from "@aws-sdk/lib-dynamodb";
import type { Policy } from "../../contract/policy.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Keys } from "../../ports/keys.ts";
import type { Dynamo, Row, TransactItem } from "../dynamo.ts";
import { readGrantId } from "./grant-id.ts";
import { stillLive } from "./live-grants.ts";
import type { Rotation } from "./request-scope.ts";

interface Parts {
  readonly dynamo: Dynamo;
  readonly keys: Keys;
  readonly clock: Clock;
  readonly policy: Policy;
}

/** `lost`: another request spent the token first; `body` is its answer where it may be told again. `dead`: revoked meanwhile. */
export type Rotated = { outcome: "rotated" } | { outcome: "lost"; body: string | undefined } | { outcome: "dead" };

/** Sealed into the row of the spent token. */
interface Answered {
  readonly body: string;
  readonly asked: string;
}

/**
 * T38, T39: spends the token, stores the new ones and seals the answer into the spent one's row, all or nothing, and only while the grant
 * stands as it was read.
 */
export async function rotate(parts: Parts, rotation: Rotation, rows: readonly Row[], body: string): Promise<Rotated> {
  const { dynamo, clock } = parts;
  const grant = readGrantId(rotation.grantId);
  if (grant === undefined) return { outcome: "dead" };
  const TableName = dynamo.name("tokens");
  const items = [
    await spend(parts, rotation, body),
    ...rows.map((Item): TransactItem => ({ Put: { TableName, Item } })),
    ...stillLive(dynamo, grant),
  ];
  try {
    const refused = await dynamo.transact(items);
    if (refused.size === 0) return { outcome: "rotated" };
    return lost(parts, rotation, refused.get(0));
  } catch (error) {
    // Many at once kept meeting each other: when one of them has won by now, this one has lost, and nobody is busy.
    if ((error as Error).name !== "TransactionConflictException") throw error;
    const row = await readAgain(parts, rotation);
    if (row?.consumedAt === undefined) throw error;
    return lost(parts, rotation, row);
  }

  async function lost(own: Parts, { token: _, ...asked }: Rotation, row: Row | undefined): Promise<Rotated> {
    if (row?.consumedAt === undefined || Number(row.exp) * 1_000 <= clock.now()) return { outcome: "dead" };
    return { outcome: "lost", body: await storedAnswer(own, row, asked) };
  }
}

async function spend({ dynamo, keys, clock }: Parts, { token, confidential, asked }: Rotation, body: string) {
  const now = clock.now();
  return {
    Update: {
      TableName: dynamo.name("tokens"),
      Key: { token },
      UpdateExpression: `SET consumedAt = :now${confidential ? ", answer = :answer" : ""}`,
      ConditionExpression: "exp > :seconds AND attribute_not_exists(consumedAt)",
      ExpressionAttributeValues: {
        ":now": now,
        ":seconds": Math.floor(now / 1_000),
        ...(confidential ? { ":answer": await keys.seal("token", { body, asked } satisfies Answered) } : {}),
      },
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    },
  } satisfies TransactItem;
}

async function readAgain({ dynamo }: Parts, { token }: Rotation): Promise<Row | undefined> {
  // Past what the request read before: that was the row unspent.
  const { Item } = await dynamo.send(
    new GetCommand({ TableName: dynamo.name("tokens"), Key: { token }, ConsistentRead: true }),
  );
  return Item;
}

/**
 * The answer a spent token was given, for an application that proved who it is and asks the very same within moments: it lost the
 * answer. Undefined for everybody else.
 */
export async function storedAnswer(
  { keys, clock, policy }: Parts,
  row: Row,
  { confidential, asked }: Pick<Rotation, "confidential" | "asked">,
): Promise<string | undefined> {
  if (!confidential || clock.now() > Number(row.consumedAt) + policy.oidc.retry * 1_000) return undefined;
  const answered = (await keys.unseal("token", String(row.answer))) as Answered | undefined;
  return answered?.asked === asked ? answered.body : undefined;
}
