import type { Policy } from "../../contract/policy.ts";
import type { IdleAccount, IdleWarned } from "../../ports/idle-accounts.ts";

/** What is to be done about an account that is due. Times in epoch milliseconds. */
export type IdleStep =
  | { readonly step: "put-off"; readonly dueAt: number }
  | { readonly step: "warn"; readonly warned: IdleWarned; readonly dueAt: number; readonly days: number }
  | { readonly step: "disable" };

const second = 1_000;
const day = 86_400 * second;

/**
 * 停用: the mails 30 and 7 days before, each once in a stretch without a sign-in, then the end. Where the job was late, the end moves:
 * nobody is disabled sooner after a mail than the mail said.
 */
export function idleStep(
  { usedAt, warned }: Pick<IdleAccount, "usedAt" | "warned">,
  now: number,
  policy: Policy,
): IdleStep {
  const before = policy.idle.warnBefore.toSorted((a, b) => b - a).map((seconds) => seconds * second);
  const known = warned?.since === usedAt ? warned : undefined;
  const sent = known?.warnings ?? 0;
  const endsAt = known?.endsAt ?? usedAt + policy.idle.disableAfter * second;
  const next = before[sent];
  if (next === undefined) return now < endsAt ? { step: "put-off", dueAt: endsAt } : { step: "disable" };
  if (now < endsAt - next) return { step: "put-off", dueAt: endsAt - next };
  const ends = Math.max(endsAt, now + next);
  return {
    step: "warn",
    warned: { since: usedAt, warnings: sent + 1, endsAt: ends },
    dueAt: ends - (before[sent + 1] ?? 0),
    days: Math.ceil((ends - now) / day),
  };
}

/** 2026年11月21日, in Taiwan, where every day begins at 16:00 UTC of the day before. */
export function dayInWords(time: number): string {
  const date = new Date(time + 8 * 3_600 * second);
  return `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}
