import type { CommonPasswords } from "../../functions/ports/common-passwords.ts";

/** A short list of passwords that everybody's list has. */
export function commonPasswordsTwin(): CommonPasswords {
  const list = new Set(["12345678", "password", "password1", "qwertyuiop", "iloveyou1", "1q2w3e4r"]);
  return { has: async (password) => list.has(password) || list.has(password.toLowerCase()) };
}
