import type { Channel } from "../contract/messages.ts";
import { limitShards, type Policy } from "../contract/policy.ts";
import { type CodeSubject, isForgetful, type SendRequest } from "../ports/challenges.ts";
import { refuseInARow } from "./codes-in-a-row.ts";
import type { Row, TransactItem } from "./dynamo.ts";
import type { Parts } from "./parts.ts";
import { type Counter, countInWindows, fitsLog, noteInLog, refuseAt, timesSince } from "./windows.ts";

/** Rows of sliding logs that earlier tries were refused with, by the limit's name. */
export type Logs = ReadonlyMap<string, Row | undefined>;

/** Whether one more send fits, by the logs as far as they are known (an unknown one is taken as empty and proved by the write). */
export const fits = {
  account: ({ code }: Policy, logs: Logs, now: number) => fitsLog(logs.get("account"), code.perAccount, now),
  mobile: ({ code }: Policy, logs: Logs, now: number) => fitsLog(logs.get("mobile"), [code.perMobile], now),
  /** T13: siblings share a parent's address; an account's first send of the hour passes, up to the address's own cap. */
  email({ code }: Policy, logs: Logs, now: number) {
    const row = logs.get("email");
    if (fitsLog(row, code.perAddress, now)) return true;
    const first = timesSince(logs.get("account"), now - 3_600_000).length === 0;
    return first && timesSince(row, now - 86_400_000).length < code.sharedAddressPerDay;
  },
} as const;

/**
 * Seconds until an address may have another mail of a registration (M20), or 0. Each of its registrations has a challenge of its own, whose
 * gap keeps back that one only: this one holds for the address, whoever asks and whether it has an account or not (T04, T13).
 */
export function addressWait({ code }: Policy, { kind }: CodeSubject, logs: Logs, now: number): number {
  if (kind !== "code-public") return 0;
  const recent = timesSince(logs.get("account"), now - code.gap * 1_000);
  return recent.length === 0 ? 0 : Math.ceil((Math.max(...recent) + code.gap * 1_000 - now) / 1_000);
}

/** Every limit a send must pass, by name, as items of its transaction (T08, T12, T13). */
export async function codeLimits(
  parts: Parts,
  subject: CodeSubject,
  request: SendRequest,
  channels: readonly Channel[],
  logs: Logs,
  now: number,
): Promise<[string, TransactItem][]> {
  const { dynamo, keys, ids } = parts;
  const rules = parts.policy.code;
  const count = (limit: string, counter: Counter): TransactItem => ({
    Update: countInWindows(dynamo, { limit, counters: [counter], now }),
  });
  const client = request.fromSchool ? rules.perSchoolClient : rules.perClient;
  const items: [string, TransactItem][] = [
    ["wrong-codes", refuseAt(dynamo, `code-wrong#${subject.account}`, { name: "w", ...rules.wrongPerAccount }, now)],
    // The mail of a registration has a link too (M20): a stranger's wrong codes must not keep it from an address for good.
    ...(isForgetful(subject) && subject.kind !== "code-public"
      ? [["codes-in-a-row", refuseInARow(dynamo, subject.account, parts.policy)] as [string, TransactItem]]
      : []),
    [
      "account",
      noteInLog(
        dynamo,
        { limit: `code-account#${subject.account}`, windows: rules.perAccount },
        logs.get("account"),
        now,
      ),
    ],
    ["client", count(`code-client#${request.client}`, { name: "n", ...client })],
  ];
  if (channels.includes("email")) {
    // Mail hosts take any letter case for one mailbox, so another spelling has no budget of its own.
    const limit = `code-email#${await keys.mac("address", (subject.email ?? "").toLowerCase())}`;
    items.push(["email", noteInLog(dynamo, { limit, windows: rules.perAddress }, logs.get("email"), now)]);
  }
  if (channels.includes("sms")) {
    const mobile = subject.mobile ?? "";
    const limit = `code-mobile#${await keys.mac("address", mobile)}`;
    const shard = (ids.bytes(1)[0] ?? 0) % limitShards;
    // The prefix is the first seven digits of the national number: +886 912 345.
    const prefix = await keys.mac("limit", mobile.slice(0, 10));
    items.push(
      ["mobile", noteInLog(dynamo, { limit, windows: [rules.perMobile] }, logs.get("mobile"), now)],
      ["prefix", count(`code-prefix#${prefix}`, { name: "n", ...rules.perMobilePrefix })],
      ["budget", count(`sms-budget#${shard}`, { name: "n", seconds: 86_400, most: rules.smsPerDay / limitShards })],
    );
  }
  return items;
}
