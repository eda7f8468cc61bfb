import type { Window } from "../contract/policy.ts";
import type { Dynamo, Row, TransactItem } from "./dynamo.ts";
import { cleanAt } from "./dynamo.ts";

/** One counter in a fixed window of `seconds`; with `most` a try past it refuses. */
export interface Counter {
  readonly name: string;
  readonly seconds: number;
  readonly most?: number;
  readonly by?: number;
}

export interface WindowUpdate {
  readonly limit: string;
  readonly counters: readonly Counter[];
  readonly now: number;
  /** Refuse while the last counted event is younger than this many seconds. */
  readonly gap?: number;
}

const attribute = (counter: Counter, now: number) =>
  `${counter.name}${counter.seconds}_${Math.floor(now / 1_000 / counter.seconds)}`;
const longest = (counters: readonly Counter[]) => Math.max(...counters.map((counter) => counter.seconds));

/** The row of a subject's counters: one row for the longest window, an attribute for each shorter one. */
export function windowKey(limit: string, counters: readonly Counter[], now: number): Row {
  return { limit: `${limit}#${Math.floor(now / 1_000 / longest(counters))}` };
}

/** What a counter stands at in a row read by `windowKey`. */
export const countIn = (row: Row | undefined, counter: Counter, now: number): number =>
  Number(row?.[attribute(counter, now)] ?? 0);

/**
 * Counts an event in all its windows and refuses past any of their limits, in one conditional update: atomic under any number
 * of parallel tries. Windows are fixed, not sliding (decision 005): one write, no read.
 */
export function countInWindows(dynamo: Dynamo, update: WindowUpdate) {
  const { counters, now, gap } = update;
  const names: Record<string, string> = { "#clean": "cleanAt" };
  const values: Row = { ":clean": cleanAt(now + longest(counters) * 2_000) };
  const adds: string[] = [];
  const conditions: string[] = [];
  counters.forEach((counter, index) => {
    names[`#c${index}`] = attribute(counter, now);
    values[`:by${index}`] = counter.by ?? 1;
    adds.push(`#c${index} :by${index}`);
    if (counter.most === undefined) return;
    values[`:most${index}`] = counter.most;
    conditions.push(`(attribute_not_exists(#c${index}) OR #c${index} < :most${index})`);
  });
  let set = "SET #clean = :clean";
  if (gap !== undefined) {
    names["#last"] = "lastAt";
    values[":now"] = now;
    values[":before"] = now - gap * 1_000;
    conditions.push("(attribute_not_exists(#last) OR #last <= :before)");
    set += ", #last = :now";
  }
  return {
    TableName: dynamo.name("limits"),
    Key: windowKey(update.limit, counters, now),
    UpdateExpression: `${set} ADD ${adds.join(", ")}`,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values,
    ...(conditions.length === 0 ? {} : { ConditionExpression: conditions.join(" AND ") }),
  } as const;
}

/** Refuses while a counter is at its limit, without counting. */
export function refuseAt(dynamo: Dynamo, limit: string, counter: Counter, now: number): TransactItem {
  return {
    ConditionCheck: {
      TableName: dynamo.name("limits"),
      Key: windowKey(limit, [counter], now),
      ConditionExpression: "attribute_not_exists(#c) OR #c < :most",
      ExpressionAttributeNames: { "#c": attribute(counter, now) },
      ExpressionAttributeValues: { ":most": counter.most ?? 0 },
    },
  };
}

/** The times of what was counted, for limits that must hold in every window wherever it begins (I6): `times` in epoch milliseconds. */
export interface SlidingLog {
  readonly limit: string;
  readonly windows: readonly Window[];
}

/** Whether one more fits in every window, by the row as it stands. */
export function fitsLog(row: Row | undefined, windows: readonly Window[], now: number): boolean {
  return windows.every(({ seconds, most }) => timesSince(row, now - seconds * 1_000).length < most);
}

export const timesSince = (row: Row | undefined, since: number): number[] =>
  ((row?.times ?? []) as number[]).filter((time) => time > since);

/**
 * Notes one more in a log that reads as `row` (or not there yet): refused, with the row as it stands, when it does not. The first try
 * assumes an empty log, so that a first time costs no read.
 */
export function noteInLog(dynamo: Dynamo, log: SlidingLog, row: Row | undefined, now: number): TransactItem {
  const longest = Math.max(...log.windows.map(({ seconds }) => seconds)) * 1_000;
  return {
    Put: {
      TableName: dynamo.name("limits"),
      Item: { limit: log.limit, times: [...timesSince(row, now - longest), now], cleanAt: cleanAt(now + longest) },
      ConditionExpression: row === undefined ? "attribute_not_exists(#limit)" : "times = :before",
      ...(row === undefined
        ? { ExpressionAttributeNames: { "#limit": "limit" } }
        : { ExpressionAttributeValues: { ":before": row.times } }),
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    },
  };
}
