import { describe, expect, it } from "vitest";
import { systemIds } from "../../functions/adapters/system.ts";
import type { Pictures } from "../../functions/ports/pictures.ts";

export function picturesContract(name: string, pictures: Pictures): void {
  /** Every byte there is: none means anything on the way. */
  const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 31) & 255);

  describe(`a picture ${name} (M20)`, () => {
    it("is found as it was put, by its id alone", async () => {
      const id = systemIds.id();
      await pictures.put(id, bytes);
      expect(Buffer.compare((await pictures.find(id)) ?? Buffer.alloc(0), bytes)).toBe(0);
      expect(await pictures.find(systemIds.id())).toBeUndefined();
    });

    it("is gone once it was removed; twice, or one that never was, is no error", async () => {
      const id = systemIds.id();
      await pictures.put(id, bytes);
      await pictures.remove(id);
      expect(await pictures.find(id)).toBeUndefined();
      await pictures.remove(id);
      await pictures.remove(systemIds.id());
    });

    it("can be put again, as the SDK does after a lost answer (T45)", async () => {
      const id = systemIds.id();
      await pictures.put(id, bytes);
      await pictures.put(id, bytes);
      expect((await pictures.find(id))?.length).toBe(bytes.length);
    });
  });
}
