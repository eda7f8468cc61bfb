import { createSecretKey } from "node:crypto";
import { exportSPKI, importJWK, SignJWT } from "jose";
import { describe, expect, it } from "vitest";
import { county, oidcProfile, troubleOf } from "./code-flow-world.ts";
import { client, type HostileOp, signingKey } from "./hostile-op.ts";

const [attacker, elliptic, shared] = await Promise.all([
  signingKey("k-1"),
  signingKey("e-1", "ES256"),
  signingKey("k-1"),
]);

const seconds = (clock: { now(): number }) => Math.floor(clock.now() / 1_000);

describe("a forged or stale ID token of a county is refused (T36)", () => {
  it("HS256, with the public key as the secret, whatever the document allows", async () => {
    const { op, signsIn } = await county();
    const publicKey = (await importJWK(op.bent.signer.jwk, "RS256", { extractable: true })) as CryptoKey;
    const secret = createSecretKey(Buffer.from(await exportSPKI(publicKey)));
    op.bent.document = { id_token_signing_alg_values_supported: ["HS256", "RS256"] };
    op.bent.idToken = (claims) => new SignJWT(claims).setProtectedHeader({ alg: "HS256", kid: "k-1" }).sign(secret);
    expect(await troubleOf(signsIn())).toBe("refused: id-token-header");
  });

  it("HS256, with our own client secret", async () => {
    const { op, signsIn } = await county();
    const secret = Buffer.from(client.secret);
    op.bent.idToken = (claims) => new SignJWT(claims).setProtectedHeader({ alg: "HS256" }).sign(secret);
    expect(await troubleOf(signsIn())).toBe("refused: id-token-header");
  });

  it("ES256, well signed with a published key, where the profile knows RS256 only", async () => {
    const { op, signsIn } = await county();
    op.bent.document = { id_token_signing_alg_values_supported: ["RS256", "ES256"] };
    op.bent.published = [...op.bent.published, elliptic.jwk];
    op.bent.signer = elliptic;
    expect(await troubleOf(signsIn())).toBe("refused: id-token-header");
    expect(await signsIn({ algorithms: ["RS256", "ES256"] })).toMatchObject({ subject: "s-1" });
  });

  it("a key in the token's own header, or behind an address in it, is not looked at", async () => {
    const { op, signsIn } = await county();
    op.bent.signer = attacker;
    op.bent.replies["/attacker"] = { body: JSON.stringify({ keys: [attacker.jwk] }) };
    for (const header of [{ jwk: attacker.jwk }, { jku: `${op.issuer}/attacker` }, { x5u: `${op.issuer}/attacker` }]) {
      op.bent.header = header;
      expect(await troubleOf(signsIn())).toBe("refused: id-token-jws-signature-verification-failed");
    }
    expect(op.askedFor("/attacker")).toHaveLength(0);
  });

  it("a header extension that must be understood", async () => {
    const { op, signsIn } = await county();
    op.bent.idToken = async (claims) => withHeader(await op.sign(claims), { crit: ["exp"], exp: 1 });
    expect(await troubleOf(signsIn())).toMatch(/^refused: /);
  });

  it.each(["at+jwt", "logout+jwt", "application/at+jwt"])("another type of token: %s", async (typ) => {
    const { op, signsIn } = await county();
    op.bent.header = { typ };
    expect(await troubleOf(signsIn())).toBe("refused: id-token-typ");
  });

  it("a token without a type is one, as in OpenID Connect Core", async () => {
    const { op, signsIn } = await county();
    op.bent.header = { typ: undefined };
    expect(await signsIn()).toMatchObject({ subject: "s-1" });
  });

  it.each([
    ["several audiences and no authorized party", { aud: [client.id, "other"] }, "refused: id-token-aud"],
    ["several audiences and another's azp", { aud: [client.id, "other"], azp: "other" }, "refused: id-token-azp"],
    ["our audience and another's azp", { azp: "other" }, "refused: id-token-azp"],
    ["an empty subject", { sub: "" }, "refused: id-token-sub"],
    ["a number for a subject", { sub: 7 }, "refused: id-token-claims"],
    ["no expiry", { exp: undefined }, "refused: id-token-claims"],
    ["an expiry in words", { exp: "tomorrow" }, "refused: id-token-claims"],
    ["no audience", { aud: undefined }, "refused: id-token-claims"],
  ])("%s", async (_name, claims, expected) => {
    const { op, signsIn } = await county();
    op.bent.claims = claims;
    expect(await troubleOf(signsIn())).toBe(expected);
  });

  it("several audiences with us as the authorized party are taken", async () => {
    const { op, signsIn } = await county();
    op.bent.claims = { aud: [client.id, "other"], azp: client.id };
    expect(await signsIn()).toMatchObject({ subject: "s-1" });
  });

  it.each([
    ["expired 65 s ago", { exp: -65 }, "refused: id-token-exp"],
    ["valid in 65 s only", { nbf: 65 }, "refused: id-token-nbf"],
    ["issued 62 s from now", { iat: 62 }, "refused: id-token-jwt-claim-validation-failed"],
    ["issued before the round trip can have begun", { iat: -662 }, "refused: id-token-jwt-expired"],
  ])("%s", async (_name, times, expected) => {
    const { op, clock, signsIn } = await county();
    op.bent.claims = Object.fromEntries(Object.entries(times).map(([name, by]) => [name, seconds(clock) + by]));
    expect(await troubleOf(signsIn())).toBe(expected);
  });

  it.each([
    ["expired 55 s ago", { exp: -55 }],
    ["valid in 55 s", { nbf: 55 }],
    ["issued 58 s from now", { iat: 58 }],
  ])("clocks may differ by a minute: %s is taken", async (_name, times) => {
    const { op, clock, signsIn } = await county();
    op.bent.claims = Object.fromEntries(Object.entries(times).map(([name, by]) => [name, seconds(clock) + by]));
    expect(await signsIn()).toMatchObject({ subject: "s-1" });
  });

  it.each([
    ["no token", undefined, "refused: answer-body"],
    ["a number", 7, "refused: answer-body"],
    ["words", "not.a.token", "refused: parse-error"],
    ["four parts", "a.b.c.d", "refused: invalid-response"],
    ["an encrypted token", "a.b.c.d.e", "refused: unsupported-operation"],
  ])("%s in place of the ID token", async (_name, idToken, expected) => {
    const { op, signsIn } = await county();
    op.bent.token = { id_token: idToken };
    expect(await troubleOf(signsIn())).toBe(expected);
  });

  it("another token type than Bearer", async () => {
    const { op, signsIn } = await county();
    op.bent.token = { token_type: "mac" };
    expect(await troubleOf(signsIn())).toBe("refused: answer-body");
  });

  it("nothing that the token said is in the trouble", async () => {
    const { op, signsIn } = await county();
    op.bent.claims = { aud: "other", name: "王小明" };
    const error = await signsIn().catch((caught: unknown) => caught);
    expect(error).toMatchObject({ kind: "refused", message: "refused: id-token-aud" });
    expect((error as Error).cause).toBeUndefined();
  });
});

describe("two counties with one set of keys do not sign in for each other (T35, T36)", () => {
  const tokenOf = (op: HostileOp) => (claims: Record<string, unknown>) => op.sign({ ...claims, iss: op.issuer });

  it("a token of one, given by the other, is refused by its issuer", async () => {
    const [one, other] = await Promise.all([county({ signer: shared }), county({ signer: shared })]);
    one.op.bent.idToken = tokenOf(other.op);
    expect(await troubleOf(one.signsIn())).toBe("refused: id-token-iss");
    expect(await other.signsIn()).toMatchObject({ subject: "s-1" });
  });

  it("the answer of one, at the way back of the other, is refused by its `iss` (T33)", async () => {
    const [one, other] = await Promise.all([county({ signer: shared }), county({ signer: shared })]);
    expect(await troubleOf(one.goes(oidcProfile(one.op.issuer), { to: other.op }))).toBe("refused: answer-parameters");
  });
});

function withHeader(token: string, over: Record<string, unknown>): string {
  const [header = "", ...rest] = token.split(".");
  const changed = { ...JSON.parse(Buffer.from(header, "base64url").toString()), ...over };
  return [Buffer.from(JSON.stringify(changed)).toString("base64url"), ...rest].join(".");
}
