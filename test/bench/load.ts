import type { VirtualUser } from "./client.ts";
import { cpuOf } from "./cores.ts";

export const users = 8;

export interface LoadOptions {
  /** No flow starts later than this. */
  readonly forMs: number;
  readonly pids: { readonly service: number; readonly standIns: number };
}

/** Times in milliseconds; CPU (user + system) a flow. */
export interface Measured {
  readonly flows: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p95: number;
  readonly serviceCpu: number;
  readonly standInCpu: number;
  readonly databaseCpu: number;
}

/** One flow of one user; false when there is nothing left to do. */
export type Flow = (user: VirtualUser, index: number) => Promise<boolean>;

/** Runs `flow` by everybody at once, over and over, until the last one begun is done: the CPU spent is that of the flows counted. */
export async function load(
  flow: Flow,
  everybody: readonly VirtualUser[],
  { forMs, pids }: LoadOptions,
): Promise<Measured> {
  const before = { service: cpuOf(pids.service), standIns: cpuOf(pids.standIns), at: performance.now() };
  const times = (await timesOf(everybody, flow, forMs)).toSorted((a, b) => a - b);
  const seconds = (performance.now() - before.at) / 1_000;
  const [service, standIns] = [cpuOf(pids.service), cpuOf(pids.standIns)];
  const flows = times.length;
  return {
    flows,
    perSecond: flows / seconds,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    serviceCpu: (service.own - before.service.own) / flows,
    standInCpu: (standIns.own - before.standIns.own) / flows,
    databaseCpu: (standIns.descendants - before.standIns.descendants) / flows,
  };
}

async function timesOf(everybody: readonly VirtualUser[], flow: Flow, ms: number): Promise<number[]> {
  const end = performance.now() + ms;
  const times: number[] = [];
  await Promise.all(
    everybody.map(async (user, index) => {
      for (let start = performance.now(); start < end; start = performance.now()) {
        if (!(await flow(user, index))) return;
        times.push(performance.now() - start);
      }
    }),
  );
  return times;
}

export const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
