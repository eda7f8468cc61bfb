import type { SigningKeys } from "../ports/signing-keys.ts";

/** T37: makes the next signing keys when it is time and forgets those that nobody needs any more. Safe to run twice at once. */
export async function rotateSigningKeys({ signingKeys }: { readonly signingKeys: Pick<SigningKeys, "rotate"> }) {
  return { rotated: await signingKeys.rotate() };
}
