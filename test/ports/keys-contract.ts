import { describe, expect, it } from "vitest";
import type { MakeWorld } from "./world.ts";

export function keysContract(name: string, make: MakeWorld): void {
  describe(`the key ring ${name}`, () => {
    it("hashes the same text the same way each time, another text or for another purpose differently", async () => {
      const { keys } = make();
      const hash = await keys.mac("person-id", "A123456789");
      expect(hash).toMatch(/^[\w-]{43}$/);
      expect(await keys.mac("person-id", "A123456789")).toBe(hash);
      const others = [await keys.mac("person-id", "A123456788"), await keys.mac("address", "A123456789")];
      expect([hash, ...others].length).toBe(new Set([hash, ...others]).size);
    });

    it("gives each purpose a secret of its own, always the same", async () => {
      const { keys } = make();
      const [code, work] = [await keys.secret("code"), await keys.secret("proof-of-work")];
      expect(Buffer.from(code, "base64url").length).toBeGreaterThanOrEqual(32);
      expect(await keys.secret("code")).toBe(code);
      expect(code === work).toBe(false);
    });

    it.each([
      ["an object", { name: "王小明", list: [1, null, "二"], nested: { yes: true } }],
      ["a text", "王小明 \u{2000B}"],
      ["a number", 0],
      ["an empty list", []],
    ])("opens %s as it was sealed", async (_, value) => {
      const { keys } = make();
      expect(await keys.unseal("person-data", await keys.seal("person-data", value))).toEqual(value);
    });

    it("seals the same value differently each time, and shows nothing of it (I4)", async () => {
      const { keys } = make();
      const sealed = [await keys.seal("message", "王小明 A123456789"), await keys.seal("message", "王小明 A123456789")];
      expect(sealed[0] === sealed[1]).toBe(false);
      for (const text of sealed) expect(text).toMatch(/^[\w.-]+$/);
      expect(sealed.join()).not.toContain("A123456789");
    });

    it("opens nothing for another purpose, and nothing that is changed or not its own", async () => {
      const { keys } = make();
      const sealed = await keys.seal("flow", { step: 1 });
      expect(await keys.unseal("device", sealed)).toBeUndefined();
      const changed = sealed.slice(0, -2) + (sealed.endsWith("AA") ? "BB" : "AA");
      for (const other of ["", "made up", "a.b.c.d.e", changed, sealed.slice(1), `${sealed}.x`])
        expect(await keys.unseal("flow", other)).toBeUndefined();
    });
  });
}
