import { normalizePassword } from "../../functions/person/password.ts";
import type { PasswordHistory } from "../../functions/ports/password-history.ts";
import type { TwinParts } from "./memory.ts";

/** The last passwords in memory: an account keeps only the word of its list. */
export function passwordHistoryTwin({ ids, policy }: Pick<TwinParts, "ids" | "policy">): PasswordHistory {
  const lists = new Map<string, readonly string[]>();
  const listOf = (kept: string | undefined): readonly string[] => {
    if (kept === undefined) return [];
    const list = lists.get(kept);
    if (list === undefined) throw new Error("no list goes by this word");
    return list;
  };
  return {
    isRecent: async (kept, password) => listOf(kept).includes(normalizePassword(password)),
    async next(kept, password) {
      const word = ids.secret();
      lists.set(word, [normalizePassword(password), ...listOf(kept)].slice(0, policy.passwordHistory));
      return word;
    },
  };
}
