import type { Keys } from "../ports/keys.ts";

/** The contacts of an application as one keyed hash: a code, and a proof by it, is of these contacts and no others (M18, T10). */
export const contactKeyOf = (
  keys: Keys,
  { email, mobile }: { email?: string | undefined; mobile?: string | undefined },
): Promise<string> => keys.mac("address", `${email ?? ""}|${mobile ?? ""}`);
