import type { Keys } from "../ports/keys.ts";

/**
 * The contacts of an application as one keyed hash: a code, and a proof by it, is of these contacts and no others (M18, T10). Of an
 * account, as long as its epoch stands (T17).
 */
export const contactKeyOf = (
  keys: Keys,
  of: { email?: string | undefined; mobile?: string | undefined; epoch?: number | undefined },
): Promise<string> =>
  keys.mac("address", `${of.email ?? ""}|${of.mobile ?? ""}${of.epoch === undefined ? "" : `|${of.epoch}`}`);
