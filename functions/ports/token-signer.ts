import type { Application } from "../contract/applications.ts";

/** Signs what applications are told, with the key that signs now. */
export interface TokenSigner {
  /** A compact JWS of these claims; `alg` and `kid` go into its header beside `header`. */
  sign(alg: Application["idTokenAlg"], header: Readonly<Record<string, string>>, claims: object): Promise<string>;
}
