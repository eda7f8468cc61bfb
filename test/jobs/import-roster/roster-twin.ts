import { type RosterRow, rowKey } from "../../../functions/jobs/import-roster/roster-row.ts";
import type { RosterWriter, WriteCounts } from "../../../functions/jobs/import-roster/roster-writer.ts";

/** A roster in memory that keeps the promises of `RosterWriter`, and lets a test see what it holds and how it was called. */
export class RosterTwin implements RosterWriter {
  readonly kept = new Map<string, string>();
  readonly batches: number[] = [];
  #failAt: number | undefined;

  /** The call with this number (the first is 1) throws before it writes. */
  failAtCall(call: number | undefined): void {
    this.#failAt = call;
  }

  async write(rows: readonly RosterRow[]): Promise<WriteCounts> {
    this.batches.push(rows.length);
    if (this.batches.length === this.#failAt) throw new Error("the table is away");
    const counts = { added: 0, changed: 0, unchanged: 0, left: 0 };
    for (const row of rows) counts[this.#put(row)] += 1;
    return counts;
  }

  #put(row: RosterRow): keyof WriteCounts {
    const key = rowKey(row);
    const before = this.kept.get(key);
    if (row.change === "leave") return this.kept.delete(key) ? "left" : "unchanged";
    const { grade, class: className, seat, name } = row;
    const after = JSON.stringify({ name, grade, className, seat });
    this.kept.set(key, after);
    if (before === undefined) return "added";
    return before === after ? "unchanged" : "changed";
  }
}
