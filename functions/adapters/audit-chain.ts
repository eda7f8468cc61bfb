import { createHash } from "node:crypto";
import { GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import {
  type AuditChain,
  type AuditKey,
  beginning,
  type ChainLink,
  chainName,
  chainsPerDay,
} from "../ports/audit-chain.ts";
import type { Keys } from "../ports/keys.ts";
import { canonical } from "./canonical.ts";
import type { Dynamo, Row, TransactItem } from "./dynamo.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const day = 86_400_000;
/** A first link follows the last one within a month; a service with no security event for longer begins anew. */
const daysBack = 31;
/** A transaction has at most 100 items, and each record takes a link and a mark. */
const atOnce = 50;
/** Runs that append to the same chain at once: each gets its turn, or the stream gives the records again. */
const attempts = 10;

const padded = (number: number): string => String(number).padStart(10, "0");
const markOf = ({ subject, entry }: AuditKey): Row => ({ chain: `of#${subject}`, link: entry });

/** The chain of a record: by the day of the record itself, so that one told late is where it belongs. */
export function chainOf({ subject, entry }: AuditKey): string {
  const shard = (createHash("sha256").update(subject).digest()[0] ?? 0) % chainsPerDay;
  return chainName(/^\d{4}-\d\d-\d\d(?=T)/.exec(entry)?.[0] ?? "undated", shard);
}

/** Chains over the audit records in a table of their own (T27): links by number, and a mark for each record that is linked. */
export function dynamoAuditChain({
  dynamo,
  keys: ring,
}: {
  readonly dynamo: Dynamo;
  readonly keys: Pick<Keys, "mac">;
}): AuditChain {
  const hash = async (previous: string, digest: string) =>
    Buffer.from(await ring.mac("audit-chain", `${previous}|${digest}`), "base64url").toString("hex");
  const TableName = dynamo.name("audit-chain");

  return {
    hash,

    async append(keys) {
      const byChain = new Map<string, Map<string, AuditKey>>();
      for (const { subject, entry } of keys) {
        const chain = chainOf({ subject, entry });
        const known = byChain.get(chain) ?? new Map<string, AuditKey>();
        byChain.set(chain, known.set(JSON.stringify([subject, entry]), { subject, entry }));
      }
      const counts = await Promise.all([...byChain].map(([chain, own]) => appendTo(chain, [...own.values()])));
      return counts.reduce((sum, count) => sum + count, 0);
    },

    async *links(chain) {
      let ExclusiveStartKey: Row | undefined;
      do {
        const page = await dynamo.send(new QueryCommand({ ...inChain(chain), ExclusiveStartKey }));
        for (const row of page.Items ?? []) yield linkOf(row);
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey !== undefined);
    },

    async link(chain, number) {
      const Key = { chain, link: padded(number) };
      const { Item } = await dynamo.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item === undefined ? undefined : linkOf(Item);
    },

    async digests(subject, day) {
      const found = new Map<string, string>();
      let ExclusiveStartKey: Row | undefined;
      do {
        const page = await dynamo.send(
          new QueryCommand({
            TableName: dynamo.name("audit"),
            KeyConditionExpression: "#subject = :subject AND begins_with(#entry, :day)",
            ExpressionAttributeNames: { "#subject": "subject", "#entry": "entry" },
            ExpressionAttributeValues: { ":subject": subject, ":day": day },
            ConsistentRead: true,
            ExclusiveStartKey,
          }),
        );
        for (const row of page.Items ?? []) found.set(String(row.entry), digestOf(row));
        ExclusiveStartKey = page.LastEvaluatedKey;
      } while (ExclusiveStartKey !== undefined);
      return found;
    },
  };

  async function appendTo(chain: string, keys: readonly AuditKey[]): Promise<number> {
    let count = 0;
    for (let from = 0; from < keys.length; from += atOnce)
      count += await appendSome(chain, keys.slice(from, from + atOnce));
    return count;
  }

  /** Links and marks in one transaction: a number that was taken or a record that was linked meanwhile refuses all, and it is looked at again. */
  async function appendSome(chain: string, keys: readonly AuditKey[]): Promise<number> {
    for (let attempt = 1; ; attempt += 1) {
      const marks = await dynamo.batchGet(keys.map((key) => ({ table: "audit-chain", key: markOf(key) })));
      const fresh = keys.filter((_, index) => marks[index] === undefined);
      if (fresh.length === 0) return 0;
      const records = await dynamo.batchGet(fresh.map((key) => ({ table: "audit", key: { ...key } })));
      let last = (await tailOf(chain)) ?? (await beforeFirst(chain));
      const items: TransactItem[] = [];
      for (const [index, of] of fresh.entries()) {
        const [number, digest] = [last.number + 1, digestOf(records[index])];
        const follows = number === 1 && last.chain !== undefined ? { follows: last.chain } : {};
        const link = { of, digest, previous: last.hash, hash: await hash(last.hash, digest), ...follows };
        last = { number, hash: link.hash };
        items.push(created({ chain, link: padded(number), ...link }), created({ ...markOf(of), at: padded(number) }));
      }
      if (await isAppended(items)) return fresh.length;
      if (attempt === attempts) throw new Error(`other runs kept appending to the chain ${chain}`);
    }
  }

  async function isAppended(items: readonly TransactItem[]): Promise<boolean> {
    try {
      return (await dynamo.transact(items)).size === 0;
    } catch (error) {
      if ((error as Error)?.name === "TransactionConflictException") return false;
      throw error;
    }
  }

  function created(Item: Row): TransactItem {
    const ExpressionAttributeNames = { "#chain": "chain" };
    return { Put: { TableName, Item, ConditionExpression: "attribute_not_exists(#chain)", ExpressionAttributeNames } };
  }

  async function tailOf(chain: string): Promise<Tail | undefined> {
    const { Items = [] } = await dynamo.send(
      new QueryCommand({ ...inChain(chain), ScanIndexForward: false, Limit: 1 }),
    );
    const [row] = Items.map(linkOf);
    return row === undefined ? undefined : { number: row.number, hash: row.hash };
  }

  /** What a first link follows: the last link of the last earlier day that has one. */
  async function beforeFirst(chain: string): Promise<Tail> {
    const [date = "", shard = ""] = chain.split("#");
    const at = Date.parse(date);
    for (let back = 1; back <= daysBack && !Number.isNaN(at); back += 1) {
      const earlier = chainName(new Date(at - back * day).toISOString().slice(0, 10), Number(shard));
      const tail = await tailOf(earlier);
      if (tail !== undefined) return { number: 0, hash: tail.hash, chain: { chain: earlier, number: tail.number } };
    }
    return { number: 0, hash: beginning };
  }

  function inChain(chain: string) {
    return {
      TableName,
      KeyConditionExpression: "#chain = :chain",
      ExpressionAttributeNames: { "#chain": "chain" },
      ExpressionAttributeValues: { ":chain": chain },
      ConsistentRead: true,
    };
  }
}

interface Tail {
  readonly number: number;
  readonly hash: string;
  /** Where it stands, when it is of another chain. */
  readonly chain?: NonNullable<ChainLink["follows"]>;
}

const digestOf = (record: Row | undefined): string => (record === undefined ? "absent" : sha256(canonical(record)));

const linkOf = ({ link, of, digest, previous, hash, follows }: Row): ChainLink => ({
  number: Number(link),
  of: of as AuditKey,
  digest: String(digest),
  previous: String(previous),
  hash: String(hash),
  ...(follows === undefined ? {} : { follows: follows as NonNullable<ChainLink["follows"]> }),
});
