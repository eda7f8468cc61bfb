import { describe, expect, it } from "vitest";
import type { CommonPasswords } from "../../functions/ports/common-passwords.ts";

export function commonPasswordsContract(name: string, make: () => CommonPasswords): void {
  describe(`common passwords ${name} (ASVS 6.2.4)`, () => {
    it.each(["password", "password1", "12345678", "qwertyuiop", "1q2w3e4r"])("knows %s", async (password) => {
      expect(await make().has(password)).toBe(true);
    });

    it("knows them in any case", async () => {
      const list = make();
      for (const password of ["PASSWORD1", "Password1", "QwertyUiop"]) expect(await list.has(password)).toBe(true);
    });

    it("lets others be, also those that hold a common one", async () => {
      const list = make();
      for (const password of ["", "Kangaroo-2026-x", "my-password1-is-long", "密碼密碼密碼密碼"])
        expect(await list.has(password)).toBe(false);
    });
  });
}
