import * as z from "zod/mini";
import { type AuditChain, beginning, type ChainLink, chainName, chainsPerDay } from "../ports/audit-chain.ts";
import type { Clock } from "../ports/clock.ts";
import type { Metrics } from "../ports/metrics.ts";
import { type ChainFinding, linkFindings, recordFindings } from "./rules/chain-findings.ts";

/** `day`: a UTC day; yesterday unless said. */
export const verifyAuditEvent = z.object({
  job: z.literal("verify-audit"),
  day: z.optional(
    z.string().check(
      z.regex(/^\d{4}-\d\d-\d\d$/),
      z.refine((day) => !Number.isNaN(Date.parse(day))),
    ),
  ),
});

interface Parts {
  readonly auditChain: AuditChain;
  readonly clock: Clock;
  readonly metrics: Metrics;
  /** Where the chains of the day end, for the log: it is kept elsewhere than the tables, so that an end that is cut off later is noticed. */
  readonly chainsEnd: (said: ChainsEnd) => void;
}

export type ChainsEnd = Pick<AuditReport, "day" | "links" | "heads">;

export interface AuditReport {
  readonly day: string;
  /** How many links were read: each of one record. */
  readonly links: number;
  /** How many things are not as they were written, and the first of them. */
  readonly broken: number;
  readonly findings: readonly ChainFinding[];
  /** The last hash of each chain: whoever keeps them elsewhere can tell later that the chains are still these. */
  readonly heads: Readonly<Record<string, string>>;
}

const day = 86_400_000;
/** The stream is a second behind, after a failure an hour: what is younger may not be linked yet. */
const lag = 3_600_000;
/** As far as a first link looks back for what it follows. */
const daysOn = 31;
const mostFindings = 1_000;
/** Subjects that are read at once. */
const atOnce = 32;

/**
 * T27: walks a day's chains and reads each record again. Names what was changed, is gone or was never linked; a subject of whom no record
 * of the day was linked is not met. Counts a broken day for the alarm.
 */
export async function verifyAudit(
  event: z.infer<typeof verifyAuditEvent>,
  { auditChain, clock, metrics, chainsEnd }: Parts,
): Promise<AuditReport> {
  const now = clock.now();
  const date = event.day ?? dateOf(now - day);
  const findings: ChainFinding[] = [];
  const heads: Record<string, string> = {};
  let links = 0;
  for (let shard = 0; shard < chainsPerDay; shard += 1) {
    const chain = chainName(date, shard);
    const read: ChainLink[] = [];
    for await (const link of auditChain.links(chain)) read.push(link);
    links += read.length;
    const hashes = await Promise.all(read.map(({ previous, digest }) => auditChain.hash(previous, digest)));
    const last = read.at(-1);
    if (last !== undefined) heads[chain] = last.hash;
    findings.push(
      ...(await startFindings(chain, read[0])),
      ...linkFindings(chain, read, hashes),
      ...(await endFindings(shard, last)),
      ...(await subjectFindings(chain, read)),
    );
  }
  chainsEnd({ day: date, links, heads });
  if (findings.length > 0) metrics.count("AuditBroken");
  return { day: date, links, broken: findings.length, findings: findings.slice(0, mostFindings), heads };

  /** What the first link follows must still be there; without anything before it, it begins from nothing. */
  async function startFindings(chain: string, first: ChainLink | undefined): Promise<ChainFinding[]> {
    if (first?.number !== 1) return [];
    const { follows } = first;
    const changed: ChainFinding = { kind: "link-changed", chain, number: 1, of: first.of };
    if (follows === undefined) return first.previous === beginning ? [] : [changed];
    const before = await auditChain.link(follows.chain, follows.number);
    if (before === undefined) return [{ kind: "end-gone", ...follows }];
    return before.hash === first.previous ? [] : [changed];
  }

  /** The next day that has a chain says how long this one was at least. */
  async function endFindings(shard: number, last: ChainLink | undefined): Promise<ChainFinding[]> {
    const chain = chainName(date, shard);
    for (let on = 1; on <= daysOn && Date.parse(date) + on * day <= now; on += 1) {
      const next = await auditChain.link(chainName(dateOf(Date.parse(date) + on * day), shard), 1);
      if (next === undefined) continue;
      const { follows } = next;
      const isShort = follows?.chain === chain && follows.number > (last?.number ?? 0);
      return isShort ? [{ kind: "end-gone", chain, number: follows.number }] : [];
    }
    return [];
  }

  async function subjectFindings(chain: string, read: readonly ChainLink[]): Promise<ChainFinding[]> {
    const bySubject = [...Map.groupBy(read, ({ of }) => of.subject)];
    const found: ChainFinding[] = [];
    for (let from = 0; from < bySubject.length; from += atOnce) {
      const some = bySubject.slice(from, from + atOnce).map(async ([subject, own]) => {
        const digests = await auditChain.digests(subject, date);
        return recordFindings(chain, own, digests, isDue);
      });
      found.push(...(await Promise.all(some)).flat());
    }
    return found;
  }

  function isDue(entry: string): boolean {
    const writtenAt = Date.parse(entry.split("#")[0] ?? "");
    return Number.isNaN(writtenAt) || writtenAt < now - lag;
  }
}

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
