import type { Credentials } from "../../functions/ports/credentials.ts";

const shortest = 8;

/** The password vault in memory. A user without a password of their own has one that nobody knows. */
export function credentialsTwin(): Credentials {
  const passwords = new Map<string, string | undefined>();
  const disabled = new Set<string>();
  return {
    async create(userId) {
      if (!passwords.has(userId)) passwords.set(userId, undefined);
    },
    async setPassword(userId, password) {
      if (!passwords.has(userId)) throw new Error("the vault has no such user");
      if ([...password].length < shortest) return "refused";
      passwords.set(userId, password);
      return "set";
    },
    async check(userId, password) {
      return !disabled.has(userId) && passwords.get(userId) === password;
    },
    async enable(userId) {
      if (!passwords.has(userId)) throw new Error("the vault has no such user");
      disabled.delete(userId);
    },
    async disable(userId) {
      if (passwords.has(userId)) disabled.add(userId);
    },
    async delete(userId) {
      passwords.delete(userId);
      disabled.delete(userId);
    },
  };
}
