import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { exportJWK, generateKeyPair, type JWK, type JWTHeaderParameters, SignJWT } from "jose";
import type { Clock } from "../../functions/ports/clock.ts";

export const client = { id: "educloud client", secret: "s3cret/with:odd +chars" };

/** What one address answers in place of the good answer; `silence` never answers. */
export type Reply = { status?: number; headers?: Record<string, string>; body?: string | Buffer } | "silence";
export interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly form: URLSearchParams;
}
export interface SigningKey {
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}
type Claims = Record<string, unknown>;

export async function signingKey(kid: string | undefined, alg = "RS256"): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), alg, use: "sig", ...(kid === undefined ? {} : { kid }) };
  return { alg, privateKey, jwk };
}

export const json = (value: unknown): Reply => ({
  headers: { "content-type": "application/json" },
  body: JSON.stringify(value),
});

/** What is bent of a provider; nothing is at first. A claim or field of `undefined` is left out. */
export interface Bent {
  replies: Record<string, Reply>;
  /** Addresses whose good answer is gzip that no header announces. */
  packed: readonly string[];
  document: Claims;
  claims: Claims;
  header: Claims;
  token: Claims;
  userinfo: Claims;
  /** Every claim in, the ID token out. */
  idToken: ((claims: Claims) => Promise<string>) | undefined;
  signer: SigningKey;
  published: readonly JWK[];
}

export type HostileOp = Awaited<ReturnType<typeof startHostileOp>>;

/** An OpenID provider on a free port of this machine, as good as the specification asks until a test bends it. */
export async function startHostileOp(clock: Clock, key: SigningKey) {
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const asked: Asked[] = [];
  const codes = new Map<string, URLSearchParams>();
  const bent: Bent = {
    replies: {},
    packed: [],
    document: {},
    claims: {},
    header: {},
    token: {},
    userinfo: {},
    idToken: undefined,
    signer: key,
    published: [key.jwk],
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [path, form] = [request.url ?? "", new URLSearchParams(Buffer.concat(chunks).toString())];
    asked.push({ path, authorization: request.headers.authorization, form });
    const reply = bent.replies[path] ?? (await good(path, form));
    if (reply === "silence") return;
    const { status = 200, headers = {}, body = "" } = reply;
    response.writeHead(status, headers).end(bent.packed.includes(path) ? gzipSync(body) : body);
  }

  async function good(path: string, form: URLSearchParams): Promise<Reply> {
    if (path === "/.well-known/openid-configuration") return json({ ...document(), ...bent.document });
    if (path === "/jwks") return json({ keys: bent.published });
    if (path === "/token") return token(form);
    if (path === "/userinfo") return json({ sub: "s-1", name: "王小明", ...bent.userinfo });
    if (path === "/eduinfo") return json({ schoolid: "193665", uid: 4711 });
    return { status: 404 };
  }

  const document = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    userinfo_endpoint: `${issuer}/userinfo`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
  });

  /** RFC 6749 §4.1.3 and RFC 7636 §4.6: the code is good for this redirect address and this verifier only. */
  async function token(form: URLSearchParams): Promise<Reply> {
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const authorized = codes.get(form.get("code") ?? "");
    const right =
      form.get("redirect_uri") === authorized?.get("redirect_uri") && challenge === authorized?.get("code_challenge");
    if (authorized === undefined || !right) return { ...(json({ error: "invalid_grant" }) as object), status: 400 };
    return json({
      access_token: "a-1",
      token_type: "Bearer",
      expires_in: 60,
      id_token: await idToken(authorized.get("nonce")),
      ...bent.token,
    });
  }

  function idToken(nonce: string | null): Promise<string> {
    const now = Math.floor(clock.now() / 1_000);
    const claims = { iss: issuer, sub: "s-1", aud: client.id, iat: now, exp: now + 300, nonce, ...bent.claims };
    return bent.idToken?.(claims) ?? sign(claims);
  }

  function sign(claims: Claims, { alg, privateKey, jwk } = bent.signer): Promise<string> {
    const header = { alg, typ: "JWT", kid: jwk.kid, ...bent.header };
    return new SignJWT(JSON.parse(JSON.stringify(claims)))
      .setProtectedHeader(JSON.parse(JSON.stringify(header)) as JWTHeaderParameters)
      .sign(privateKey);
  }

  return {
    issuer,
    asked,
    bent,
    sign,
    askedFor: (path: string) => asked.filter((one) => one.path === path),
    /** The person has signed in at the county's page: where the browser is sent back to. `over`: what the answer says otherwise. */
    authorize(url: string, over: Record<string, string | undefined> = {}): URL {
      const authorized = new URL(url).searchParams;
      const code = `c-${codes.size + 1}`;
      codes.set(code, authorized);
      const back = new URL(authorized.get("redirect_uri") ?? "");
      const said = { code, state: authorized.get("state") ?? undefined, iss: issuer, ...over };
      for (const [name, value] of Object.entries(said)) if (value !== undefined) back.searchParams.set(name, value);
      return back;
    },
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}
