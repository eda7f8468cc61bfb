import type { Window } from "../../functions/contract/policy.ts";

/** Counters in memory: in fixed windows that begin at multiples of their length, and as logs of times that slide. */
export class Limits {
  readonly counts = new Map<string, number>();
  readonly logs = new Map<string, number[]>();
  readonly rows = new Map<string, number>();

  stands(name: string, seconds: number, now: number): number {
    return this.counts.get(keyOf(name, seconds, now)) ?? 0;
  }

  isFull(name: string, { seconds, most }: Window, now: number): boolean {
    return this.stands(name, seconds, now) >= most;
  }

  count(name: string, seconds: number, now: number, by = 1): void {
    this.counts.set(keyOf(name, seconds, now), this.stands(name, seconds, now) + by);
  }

  /** How many were noted in the span that ends now. */
  noted(name: string, seconds: number, now: number): number {
    return (this.logs.get(name) ?? []).filter((time) => time > now - seconds * 1_000).length;
  }

  fits(name: string, windows: readonly Window[], now: number): boolean {
    return windows.every(({ seconds, most }) => this.noted(name, seconds, now) < most);
  }

  /** Wrong codes of an account since its last right one (T08). */
  inARow(account: string): number {
    return this.rows.get(account) ?? 0;
  }

  addToRow(account: string): void {
    this.rows.set(account, this.inARow(account) + 1);
  }

  endRow(account: string): void {
    this.rows.delete(account);
  }

  note(name: string, now: number): void {
    this.logs.set(name, [...(this.logs.get(name) ?? []), now]);
  }
}

const keyOf = (name: string, seconds: number, now: number) => `${name}|${seconds}|${Math.floor(now / 1_000 / seconds)}`;
