import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { AccountEvent } from "./event-token.ts";

interface Kept {
  /** By the subject that the person has here: whose old account's learning history is theirs. */
  readonly moved: Record<string, string>;
  readonly heard: readonly string[];
}

const mostHeard = 1_000;

/** Whose learning history is whose: kept in a file, if one is given, since an event is told once. */
export function histories(file?: string) {
  const kept: Kept =
    file !== undefined && existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { moved: {}, heard: [] };
  const moved = new Map(Object.entries(kept.moved));
  const heard = new Set(kept.heard);
  return {
    /** The old account whose history moved to this person. */
    of: (sub: string): string | undefined => moved.get(sub),
    isMoved: (legacyAccount: string): boolean => [...moved.values()].includes(legacyAccount),

    /** Does what an event says, once: it comes again when the answer to it was lost. */
    take({ jti, event, sub, legacyAccount }: AccountEvent): void {
      if (heard.has(jti)) return;
      heard.add(jti);
      for (const oldest of heard) if (heard.size > mostHeard) heard.delete(oldest);
      if (event === "linked") moved.set(sub, legacyAccount);
      else if (moved.get(sub) === legacyAccount) moved.delete(sub);
      if (file === undefined) return;
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, JSON.stringify({ moved: Object.fromEntries(moved), heard: [...heard] } satisfies Kept));
    },
  };
}
export type Histories = ReturnType<typeof histories>;
