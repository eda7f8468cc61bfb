import { describe, expect, it } from "vitest";
import { county, oidcProfile, redirectUri, setupFor, troubleOf } from "./code-flow-world.ts";
import { client, signingKey } from "./hostile-op.ts";

const [second, third, foreign] = await Promise.all([signingKey("k-2"), signingKey("k-3"), signingKey("k-1")]);
const unnamed = await signingKey(undefined);

/** The OpenID Foundation's tests of a relying party, Basic and Config, by their own names (T33, T34, T36, T37). */
describe("a county's OpenID provider, as the conformance suite plays it", () => {
  it("oidcc-client-test: a good sign-in is taken, with all that was told", async () => {
    const { op, signsIn } = await county();
    const { subject, told } = await signsIn();
    expect(subject).toBe("s-1");
    expect(told.id_token).toMatchObject({ iss: op.issuer, sub: "s-1", aud: client.id });
    expect(told.userinfo).toEqual({ sub: "s-1", name: "王小明" });
    expect(told.eduinfo).toEqual({ schoolid: "193665", uid: 4711 });
    expect(op.askedFor("/eduinfo")[0]?.authorization).toBe("Bearer a-1");
  });

  it("oidcc-client-test: the way out has PKCE S256, state, nonce, our path for this county, and the profile's scopes", async () => {
    const { op, providers } = await county();
    const ways = await Promise.all([1, 2].map(() => providers.begin(setupFor(oidcProfile(op.issuer)), redirectUri)));
    const [first, other] = ways.map(({ url }) => Object.fromEntries(new URL(url).searchParams));
    expect(ways[0]?.url.startsWith(`${op.issuer}/authorize?`)).toBe(true);
    expect(first).toMatchObject({
      response_type: "code",
      client_id: client.id,
      redirect_uri: redirectUri,
      scope: "openid profile",
      code_challenge_method: "S256",
    });
    for (const name of ["state", "nonce", "code_challenge"]) {
      expect(first?.[name]).toMatch(/^[\w-]{43}$/);
      expect(first?.[name]).not.toBe(other?.[name]);
    }
  });

  it.each([
    ["oidcc-client-test-invalid-iss", { iss: "https://op.example.tw" }, "refused: id-token-iss"],
    ["oidcc-client-test-missing-sub", { sub: undefined }, "refused: id-token-claims"],
    ["oidcc-client-test-invalid-aud", { aud: "another client" }, "refused: id-token-aud"],
    ["oidcc-client-test-missing-iat", { iat: undefined }, "refused: id-token-claims"],
    ["oidcc-client-test-nonce-invalid", { nonce: "n-other" }, "refused: id-token-nonce"],
    ["oidcc-client-test-nonce-invalid: no nonce at all", { nonce: undefined }, "refused: id-token-claims"],
  ])("%s", async (_name, claims, expected) => {
    const { op, signsIn } = await county();
    op.bent.claims = claims;
    expect(await troubleOf(signsIn())).toBe(expected);
  });

  it("oidcc-client-test-kid-absent-single-jwks: taken, there is no doubt which key it is", async () => {
    const { signsIn } = await county({ signer: unnamed });
    expect(await signsIn()).toMatchObject({ subject: "s-1" });
  });

  it("oidcc-client-test-kid-absent-multiple-jwks: refused, keys are not tried one after another", async () => {
    const { op, signsIn } = await county();
    op.bent.header = { kid: undefined };
    op.bent.published = [...op.bent.published, second.jwk];
    expect(await troubleOf(signsIn())).toBe("refused: id-token-jwks-multiple-matching-keys");
  });

  it("oidcc-client-test-idtoken-sig-rs256: taken", async () => {
    const { op, signsIn } = await county();
    expect(await signsIn()).toMatchObject({ subject: "s-1" });
    expect(op.askedFor("/jwks")).toHaveLength(1);
  });

  it("oidcc-client-test-idtoken-sig-none: refused, though it came straight from the token endpoint", async () => {
    const { op, signsIn } = await county();
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    op.bent.idToken = async (claims) => `${part({ alg: "none" })}.${part(claims)}.`;
    op.bent.document = { id_token_signing_alg_values_supported: ["none", "RS256"] };
    expect(await troubleOf(signsIn())).toBe("refused: id-token-header");
  });

  it("oidcc-client-test-invalid-sig-rs256: refused", async () => {
    const { op, signsIn } = await county();
    op.bent.signer = foreign;
    expect(await troubleOf(signsIn())).toBe("refused: id-token-jws-signature-verification-failed");
  });

  it("oidcc-client-test-userinfo-invalid-sub: userinfo of somebody else is refused", async () => {
    const { op, signsIn } = await county();
    op.bent.userinfo = { sub: "s-2" };
    expect(await troubleOf(signsIn())).toBe("refused: userinfo-sub");
  });

  it("oidcc-client-test-userinfo-invalid-sub: userinfo of nobody is refused", async () => {
    const { op, signsIn } = await county();
    op.bent.userinfo = { sub: undefined };
    expect(await troubleOf(signsIn())).toBe("refused: answer-body");
  });

  it("oidcc-client-test-scope-userinfo-claims: what the scopes ask for is read from userinfo", async () => {
    const { op, signsIn } = await county();
    op.bent.userinfo = { email: "a@mail.edu.tw" };
    const { told } = await signsIn({ scopes: ["openid", "email"] });
    expect(told.userinfo).toMatchObject({ email: "a@mail.edu.tw" });
  });

  it("oidcc-client-test-client-secret-basic: the secret goes in the header, encoded as RFC 6749 §2.3.1 says", async () => {
    const { op, signsIn } = await county();
    await signsIn();
    const [token] = op.askedFor("/token");
    const credentials = Buffer.from(token?.authorization?.replace("Basic ", "") ?? "", "base64").toString();
    const decoded = credentials.split(":").map((part) => new URLSearchParams(`x=${part}`).get("x"));
    expect(decoded).toEqual([client.id, client.secret]);
    expect(token?.form.has("client_secret")).toBe(false);
  });

  it("client_secret_post, where the profile says so (Kaohsiung)", async () => {
    const { op, signsIn } = await county();
    await signsIn({ clientAuthentication: "client_secret_post", userinfo: false });
    const [token] = op.askedFor("/token");
    expect(token?.authorization).toBeUndefined();
    expect([token?.form.get("client_id"), token?.form.get("client_secret")]).toEqual([client.id, client.secret]);
    expect(op.askedFor("/userinfo")).toHaveLength(0);
  });

  it("oidcc-client-test-discovery-openid-config: the endpoints are the document's, asked for once an hour", async () => {
    const { op, clock, signsIn } = await county();
    await signsIn();
    clock.advanceBy({ minutes: 59 });
    await signsIn();
    expect(op.askedFor("/.well-known/openid-configuration")).toHaveLength(1);
    clock.advanceBy({ minutes: 2 });
    await signsIn();
    expect(op.askedFor("/.well-known/openid-configuration")).toHaveLength(2);
  });

  it("oidcc-client-test-discovery-jwks-uri-keys: the keys are the document's", async () => {
    const { op, signsIn } = await county();
    op.bent.document = { jwks_uri: `${op.issuer}/other-keys` };
    op.bent.replies["/other-keys"] = { body: JSON.stringify({ keys: [second.jwk] }) };
    op.bent.signer = second;
    expect(await signsIn()).toMatchObject({ subject: "s-1" });
    expect(op.askedFor("/jwks")).toHaveLength(0);
  });

  it.each([
    ["another issuer", () => "https://op.example.tw"],
    ["its own with a slash: issuers are compared by plain string", (own: string) => `${own}/`],
  ])("oidcc-client-test-discovery-issuer-mismatch: %s", async (_name, issuer) => {
    const { op, signsIn } = await county();
    op.bent.document = { issuer: issuer(op.issuer) };
    expect(await troubleOf(signsIn())).toBe("refused: discovery-issuer");
  });

  it("oidcc-client-test-signing-key-rotation: a new key beside the old one is found", async () => {
    const { op, clock, signsIn } = await county();
    await signsIn();
    clock.advanceBy({ seconds: 61 });
    op.bent.published = [...op.bent.published, second.jwk];
    op.bent.signer = second;
    expect(await signsIn()).toMatchObject({ subject: "s-1" });
    expect(op.askedFor("/jwks")).toHaveLength(2);
  });

  it("oidcc-client-test-signing-key-rotation-just-before-signing: the old key is gone and the new one signs at once", async () => {
    const { op, clock, signsIn } = await county();
    await signsIn();
    clock.advanceBy({ seconds: 61 });
    op.bent.published = [third.jwk];
    op.bent.signer = third;
    expect(await signsIn()).toMatchObject({ subject: "s-1" });
  });
});
