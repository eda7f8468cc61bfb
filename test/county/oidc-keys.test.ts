import { describe, expect, it } from "vitest";
import { county, oidcProfile, redirectUri, setupFor, troubleOf } from "./code-flow-world.ts";
import { json, signingKey } from "./hostile-op.ts";

const [unpublished, symmetric] = await Promise.all([signingKey("k-9"), signingKey("k-9")]);
const discovery = "/.well-known/openid-configuration";

describe("the keys a county publishes are kept, and asked for again with measure (T37)", () => {
  it("an unknown key asks for them once a minute at most, however many sign in", async () => {
    const { op, clock, signsIn } = await county();
    await signsIn();
    clock.advanceBy({ seconds: 61 });
    op.bent.signer = unpublished;
    for (const _try of [1, 2, 3, 4]) {
      expect(await troubleOf(signsIn())).toBe("refused: id-token-jwks-no-matching-key");
    }
    expect(op.askedFor("/jwks")).toHaveLength(2);
    clock.advanceBy({ seconds: 61 });
    await troubleOf(signsIn());
    expect(op.askedFor("/jwks")).toHaveLength(3);
  });

  it("a new key under the old name is found too", async () => {
    const { op, clock, signsIn } = await county();
    await signsIn();
    clock.advanceBy({ seconds: 61 });
    const renamed = { ...unpublished, jwk: { ...unpublished.jwk, kid: "k-1" } };
    op.bent.published = [renamed.jwk];
    op.bent.signer = renamed;
    expect(await signsIn()).toMatchObject({ subject: "s-1" });
  });

  it("all who come at once with a new key are signed in by one asking", async () => {
    const { op, clock, signsIn } = await county();
    await signsIn();
    clock.advanceBy({ seconds: 61 });
    op.bent.published = [unpublished.jwk];
    op.bent.signer = unpublished;
    const all = await Promise.all([1, 2, 3, 4, 5, 6].map(() => signsIn()));
    expect(all.map(({ subject }) => subject)).toEqual(Array(6).fill("s-1"));
    expect(op.askedFor("/jwks")).toHaveLength(2);
  });

  it("many who come at once ask for the document once", async () => {
    const { op, providers } = await county();
    const setup = setupFor(oidcProfile(op.issuer));
    await Promise.all([1, 2, 3, 4].map(() => providers.begin(setup, redirectUri)));
    expect(op.askedFor(discovery)).toHaveLength(1);
  });

  it.each(["/jwks", discovery])("while %s is down, what is known serves a day, and no longer", async (path) => {
    const { op, clock, signsIn } = await county();
    await signsIn();
    op.bent.replies[path] = { status: 503 };
    clock.advanceBy({ hours: 23 });
    expect(await signsIn()).toMatchObject({ subject: "s-1" });
    clock.advanceBy({ hours: 1 });
    expect(await troubleOf(signsIn())).toBe("down: failing");
    delete op.bent.replies[path];
    expect(await signsIn()).toMatchObject({ subject: "s-1" });
  });

  it("while it is down it is not asked by each who signs in", async () => {
    const { op, clock, signsIn } = await county();
    await signsIn();
    op.bent.replies[discovery] = { status: 503 };
    clock.advanceBy({ hours: 2 });
    for (const _try of [1, 2, 3]) await signsIn();
    expect(op.askedFor(discovery)).toHaveLength(2);
  });

  it("a key that was taken back is refused within minutes", async () => {
    const { op, clock, signsIn } = await county();
    await signsIn();
    op.bent.published = [unpublished.jwk];
    clock.advanceBy({ minutes: 6 });
    expect(await troubleOf(signsIn())).toBe("refused: id-token-jwks-no-matching-key");
  });

  it("a document that became another issuer's is not covered up with the old one", async () => {
    const { op, clock, signsIn } = await county();
    await signsIn();
    op.bent.document = { issuer: "https://op.example.tw" };
    clock.advanceBy({ hours: 2 });
    expect(await troubleOf(signsIn())).toBe("refused: discovery-issuer");
  });

  it.each([
    ["no keys", [], "refused: id-token-jwks-no-matching-key"],
    ["keys that are no list", { 0: "k" }, "refused: keys-unreadable"],
    ["a key without a type", [{ kid: "k-1" }], "refused: keys-unreadable"],
    ["an RSA key without its numbers", [{ kty: "RSA", kid: "k-1" }], "refused: unusable"],
    [
      "a symmetric key of the same name",
      [{ kty: "oct", kid: "k-1", k: "c2VjcmV0" }],
      "refused: id-token-jwks-no-matching-key",
    ],
    ["a key for encryption", [{ ...symmetric.jwk, kid: "k-1", use: "enc" }], "refused: id-token-jwks-no-matching-key"],
  ])("%s: refused", async (_name, keys, expected) => {
    const { op, signsIn } = await county();
    op.bent.replies["/jwks"] = json({ keys });
    expect(await troubleOf(signsIn())).toBe(expected);
  });
});
