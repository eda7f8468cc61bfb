import type { Launcher } from "../../../functions/contract/schemas/applications.ts";

type Entry = Launcher["applications"][number];

const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

/** The entries that have every word of `search` in their name, owner or description, whichever language it was typed in. */
export function applicationsWith(search: string, entries: readonly Entry[]): readonly Entry[] {
  const words = plain(search).split(/\s+/).filter(Boolean);
  return entries.filter(({ name, owner, description }) => {
    const text = plain([name["zh-TW"], name.en, owner, description["zh-TW"], description.en].join("\n"));
    return words.every((word) => text.includes(word));
  });
}
