import type { Pictures } from "../../functions/ports/pictures.ts";

/** Pictures in memory. */
export function twinPictures(): Pictures {
  const kept = new Map<string, Uint8Array>();
  return {
    find: async (id) => kept.get(id),
    async put(id, bytes) {
      kept.set(id, Uint8Array.from(bytes));
    },
    async remove(id) {
      kept.delete(id);
    },
  };
}
