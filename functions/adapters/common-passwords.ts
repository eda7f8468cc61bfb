import type { CommonPasswords } from "../ports/common-passwords.ts";

/**
 * The 50,000 most used passwords of eight characters and more (from the ten-million list, so more than the top 100,000 holds of
 * that length), by `fxa-common-password-list`. Loaded at the first use: it stays out of every cold start.
 */
export function listedPasswords(): CommonPasswords {
  let list: Promise<{ test(password: string): boolean }> | undefined;
  return {
    async has(password) {
      list ??= import("fxa-common-password-list").then((module) => module.default);
      const { test } = await list;
      return test(password) || test(password.toLowerCase());
    },
  };
}
