import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { DynamoDBClient, type TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { dueShards, type TableName } from "../contract/tables.ts";

export type Row = Record<string, unknown>;
export type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** Which items of a transaction refused, each with the row as it stood (when `ReturnValuesOnConditionCheckFailure` asked for it). */
export type Refusals = ReadonlyMap<number, Row | undefined>;

export interface Dynamo {
  readonly send: DynamoDBDocumentClient["send"];
  name(table: TableName): string;
  /** Writes all or nothing: an empty map when written. Conflicts and throttling are tried again twice, then thrown. */
  transact(items: readonly TransactItem[]): Promise<Refusals>;
  /** Consistent reads by key over several tables in one call, in the order asked for. */
  batchGet(keys: readonly { table: TableName; key: Row }[]): Promise<(Row | undefined)[]>;
}

const retries = 2;

/** T47: a call that hangs is given up after three seconds, in milliseconds, so that the person is told and not the gateway. */
export const patience = { connectionTimeout: 1_000, requestTimeout: 3_000 };

/** DynamoDB under the tables' names with this prefix; throttling and conflicts are tried again twice, then thrown (T47). */
export function dynamo(prefix: string): Dynamo {
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({ maxAttempts: retries + 1, requestHandler: patience }),
    {
      marshallOptions: { removeUndefinedValues: true },
    },
  );
  const name = (table: TableName) => `${prefix}${table}`;
  return {
    send: client.send.bind(client) as DynamoDBDocumentClient["send"],
    name,
    async transact(items) {
      let ClientRequestToken = randomUUID();
      for (let attempt = 0; ; attempt += 1) {
        try {
          await client.send(new TransactWriteCommand({ TransactItems: [...items], ClientRequestToken }));
          return new Map();
        } catch (error) {
          const refusals = refusalsOf(error);
          if (refusals !== undefined) return refusals;
          if (!isConflict(error)) throw error;
          if (attempt >= retries) throw conflictOf(error);
          // One that is still under way is this one: by another token it would meet its own rows (T45).
          if (isCanceled(error)) ClientRequestToken = randomUUID();
          await delay(20 * 2 ** attempt * (1 + Math.random()));
        }
      }
    },
    async batchGet(keys) {
      const RequestItems: Record<string, { Keys: Row[]; ConsistentRead: true }> = {};
      for (const { table, key } of keys) {
        RequestItems[name(table)] ??= { Keys: [], ConsistentRead: true };
        RequestItems[name(table)]?.Keys.push(key);
      }
      const { Responses = {}, UnprocessedKeys = {} } = await client.send(new BatchGetCommand({ RequestItems }));
      if (Object.keys(UnprocessedKeys).length > 0)
        throw Object.assign(new Error("unprocessed keys"), { name: "ThrottlingException" });
      return keys.map(({ table, key }) =>
        Responses[name(table)]?.find((row) => Object.entries(key).every(([field, value]) => row[field] === value)),
      );
    },
  };
}

const isCanceled = (error: unknown): error is TransactionCanceledException =>
  (error as Error)?.name === "TransactionCanceledException";

/** Conditions that refused, unless the transaction also met a conflict: then nothing is known and it is tried again. */
function refusalsOf(error: unknown): Refusals | undefined {
  if (!isCanceled(error) || isConflict(error)) return undefined;
  const refused = (error.CancellationReasons ?? []).flatMap((reason, index) =>
    reason.Code === "ConditionalCheckFailed" ? [[index, reason.Item && unmarshall(reason.Item)] as const] : [],
  );
  return refused.length === 0 ? undefined : new Map(refused);
}

function isConflict(error: unknown): boolean {
  if (!isCanceled(error)) return (error as Error)?.name === "TransactionInProgressException";
  return (error.CancellationReasons ?? []).some((reason) =>
    /Conflict|Throttling|ProvisionedThroughput/.test(reason.Code ?? ""),
  );
}

/** A cancelled transaction has one name for all its reasons; this one says "busy" to the edge (T47). */
const conflictOf = (cause: unknown): Error =>
  Object.assign(new Error("transactions kept meeting", { cause }), { name: "TransactionConflictException" });

/** The row as it stood when a condition refused a single write, or undefined when the error is something else. */
export function refusedRow(error: unknown): Row | undefined {
  if ((error as Error)?.name !== "ConditionalCheckFailedException") return undefined;
  const { Item } = error as { Item?: Row };
  return Item === undefined ? {} : unmarshall(Item as never);
}

export const isRefused = (error: unknown): boolean => (error as Error)?.name === "ConditionalCheckFailedException";

/** What a conditional write gives back, undefined where its condition refused. */
export async function unlessRefused<T>(write: Promise<T>): Promise<T | undefined> {
  try {
    return await write;
  } catch (error) {
    if (isRefused(error)) return undefined;
    throw error;
  }
}

/** Spreads the sparse `due` index over partitions by the row's random id. */
export const dueShardOf = (id: string): string =>
  `due#${[...id].reduce((sum, char) => sum + char.charCodeAt(0), 0) % dueShards}`;

/** TTL attribute (epoch seconds) from epoch milliseconds. */
export const cleanAt = (milliseconds: number): number => Math.ceil(milliseconds / 1_000);
