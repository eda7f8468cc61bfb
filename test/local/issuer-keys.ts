import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { afterAll } from "vitest";
import { issuerTokens } from "../../lib/local/application/issuer-tokens.ts";
import { openSampleServer } from "../../lib/local/sample-server.ts";

/** How a token differs from a good one. */
export interface TokenChange {
  readonly claims?: object;
  readonly header?: object;
  readonly key?: CryptoKey;
}

/** An issuer that publishes one key, and tokens signed by it (or by a key of somebody else's, `others`); one a test file. */
export async function issuerKeys() {
  const [ours, others] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const server = await openSampleServer("Keys");
  afterAll(() => server.stop());
  const published = { ...(await exportJWK(ours.publicKey)), kid: "k1", alg: "RS256", use: "sig" };
  server.serve(async (_request, response) => {
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ keys: [published] }));
  });
  const issuer = "http://localhost:8787";
  const configuration = async () => ({ serverMetadata: () => ({ jwks_uri: `${server.origin}/jwks` }) }) as never;
  return {
    others,
    issuer,
    readToken: issuerTokens({ issuer, clientId: "sample", alg: "RS256", configuration }),
    /** `good`: the claims that a good token has besides issuer and audience. */
    token: (typ: string, good: object, { claims, header, key = ours.privateKey }: TokenChange = {}): Promise<string> =>
      new SignJWT({ iss: issuer, aud: "sample", ...good, ...claims })
        .setProtectedHeader({ alg: "RS256", kid: "k1", typ, ...header })
        .sign(key),
  };
}
