import { limitShards } from "../contract/policy.ts";
import type { Message } from "../ports/messages.ts";
import { unlessBounced } from "./bounces.ts";
import type { Row, TransactItem } from "./dynamo.ts";
import type { Parts } from "./parts.ts";
import { countInWindows, fitsLog, noteInLog, type SlidingLog } from "./windows.ts";

/** What the message to the sender of a case counts in. `logs` by name. */
export interface SenderLimits {
  readonly logs: ReadonlyMap<string, SlidingLog>;
  /** Items of the transaction, by name; `rows`: the logs as earlier tries found them. */
  items(rows: ReadonlyMap<string, Row | undefined>, now: number): [string, TransactItem][];
}

/**
 * T12, T13: this form's own share of a contact, and the budgets that every code counts in too: the rows of `code-limits.ts`, so that
 * no way to send goes past them (I6).
 */
export async function senderLimits(
  { dynamo, keys, ids, policy }: Pick<Parts, "dynamo" | "keys" | "ids" | "policy">,
  { email, mobile }: Pick<Message, "email" | "mobile">,
): Promise<SenderLimits> {
  const { code, cases } = policy;
  // Mail hosts take any letter case for one mailbox, so another spelling has no budget of its own.
  const address = await keys.mac("address", (email ?? mobile ?? "").toLowerCase());
  const shared: SlidingLog =
    email === undefined
      ? { limit: `code-mobile#${address}`, windows: [code.perMobile] }
      : { limit: `code-email#${address}`, windows: code.perAddress };
  const logs = new Map<string, SlidingLog>([
    ["own", { limit: `case-contact#${address}`, windows: cases.messagesPerContact }],
    ["shared", shared],
  ]);
  const prefix = await keys.mac("limit", (mobile ?? "").slice(0, 10));
  const shard = (ids.bytes(1)[0] ?? 0) % limitShards;
  const counters = [
    ["prefix", `code-prefix#${prefix}`, { name: "n", ...code.perMobilePrefix }],
    ["budget", `sms-budget#${shard}`, { name: "n", seconds: 86_400, most: code.smsPerDay / limitShards }],
  ] as const;
  const reaches: [string, TransactItem][] =
    email === undefined ? [] : [["reaches", await unlessBounced(dynamo, keys, email)]];
  return {
    logs,
    items: (rows, now) => [
      ...reaches,
      ...[...logs].map(([name, log]): [string, TransactItem] => [name, noteInLog(dynamo, log, rows.get(name), now)]),
      ...(mobile === undefined ? [] : counters).map(([name, limit, counter]): [string, TransactItem] => [
        name,
        { Update: countInWindows(dynamo, { limit, counters: [counter], now }) },
      ]),
    ],
  };
}

/** Whether one more message fits, to an address that does not bounce (T48), after a try that was refused for these reasons. */
export function stillFits(
  { logs }: SenderLimits,
  rows: ReadonlyMap<string, Row | undefined>,
  refused: ReadonlyMap<string, unknown>,
  now: number,
): boolean {
  if (refused.has("reaches") || refused.has("prefix") || refused.has("budget")) return false;
  return [...logs].every(([name, { windows }]) => fitsLog(rows.get(name), windows, now));
}
