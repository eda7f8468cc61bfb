import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { AccountEvent } from "./event-token.ts";

interface Kept {
  /** By the subject that the person has here: whose old account's learning history is theirs. */
  readonly moved: Record<string, string>;
  readonly heard: readonly string[];
  /** Of each person and old account the moment of the latest change: an earlier one that comes later changes nothing. */
  readonly latest?: Readonly<Record<string, number>>;
}

const mostHeard = 1_000;

/** Whose learning history is whose: kept in a file, if one is given, since an event is told once. */
export function histories(file?: string) {
  const kept: Kept =
    file !== undefined && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { moved: {}, heard: [] };
  const moved = new Map(Object.entries(kept.moved));
  const heard = new Set(kept.heard);
  const latest = new Map(Object.entries(kept.latest ?? {}));
  return {
    /** The old account whose history moved to this person. */
    of: (sub: string): string | undefined => moved.get(sub),
    isMoved: (legacyAccount: string): boolean => [...moved.values()].includes(legacyAccount),

    /** Does what an event says, once: it comes again when the answer to it was lost. */
    take({ jti, event, sub, legacyAccount, at }: AccountEvent): void {
      if (heard.has(jti)) return;
      heard.add(jti);
      for (const oldest of heard) if (heard.size > mostHeard) heard.delete(oldest);
      const which = JSON.stringify([sub, legacyAccount]);
      if (at >= (latest.get(which) ?? 0)) {
        latest.set(which, at);
        if (event === "linked") moved.set(sub, legacyAccount);
        else if (moved.get(sub) === legacyAccount) moved.delete(sub);
      }
      if (file === undefined) return;
      mkdirSync(dirname(file), { recursive: true });
      const whole: Kept = { moved: Object.fromEntries(moved), heard: [...heard], latest: Object.fromEntries(latest) };
      writeFileSync(file, JSON.stringify(whole));
    },
  };
}
export type Histories = ReturnType<typeof histories>;
