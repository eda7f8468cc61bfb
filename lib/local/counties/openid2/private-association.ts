import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const mostOpen = 1_000;

/**
 * HMAC-SHA256 with a key that nobody else knows (OpenID 2.0 §6.1, §11.4.2.1): only the provider itself can say whether an assertion
 * is its own, and it says so once.
 */
export function privateAssociation() {
  const handle = `private-${randomBytes(9).toString("base64url")}`;
  const secret = randomBytes(32);
  /** Nonces of the assertions that nobody has asked about. */
  const open = new Set<string>();

  const signatureOf = (names: readonly string[], value: (name: string) => string) =>
    createHmac("sha256", secret).update(names.map((name) => `${name}:${value(name)}\n`).join(""));

  return {
    /** The fields of an assertion, without `openid.`, all signed. */
    signed(fields: Readonly<Record<string, string>> & { readonly response_nonce: string }): Record<string, string> {
      const whole: Record<string, string> = { ...fields, assoc_handle: handle };
      const names = Object.keys(whole);
      const signature = signatureOf(names, (name) => whole[name] ?? "");
      if (open.size >= mostOpen) open.delete(open.keys().next().value ?? "");
      open.add(fields.response_nonce);
      return { mode: "id_res", ...whole, signed: names.join(","), sig: signature.digest("base64") };
    },

    confirm(fields: ReadonlyMap<string, string>): boolean {
      const of = (name: string) => fields.get(`openid.${name}`) ?? "";
      const given = Buffer.from(of("sig"), "base64");
      const own = signatureOf(of("signed").split(","), of).digest();
      if (of("assoc_handle") !== handle || given.length !== own.length || !timingSafeEqual(given, own)) return false;
      return open.delete(of("response_nonce"));
    },
  };
}
