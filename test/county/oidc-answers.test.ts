import { describe, expect, it } from "vitest";
import { county, oidcProfile, redirectUri, setupFor, troubleOf } from "./code-flow-world.ts";
import { client } from "./hostile-op.ts";

const promised = { authorization_response_iss_parameter_supported: true };

describe("what a county's browser answer must be before anything is asked of the county (T33, T34)", () => {
  it.each([
    ["the issuer promised and named", promised, {}],
    ["the issuer neither promised nor named", {}, { iss: undefined }],
  ])("%s: taken", async (_name, document, answer) => {
    const { op, signsIn } = await county();
    op.bent.document = document;
    expect(await signsIn({}, answer)).toMatchObject({ subject: "s-1" });
  });

  it.each([
    ["the issuer promised and missing (RFC 9207 §2.4)", promised, { iss: undefined }],
    ["another issuer, promised", promised, { iss: "https://op.example.tw" }],
    ["another issuer, not promised", {}, { iss: "https://op.example.tw" }],
    ["another state", {}, { state: "other" }],
    ["no state", {}, { state: undefined }],
    ["an error with another state", {}, { code: undefined, error: "access_denied", state: "other" }],
    ["an error of another issuer", {}, { code: undefined, error: "access_denied", iss: "https://op.example.tw" }],
    ["a signed answer that nobody asked for", {}, { response: "a.b.c" }],
  ])("%s: refused", async (_name, document, answer) => {
    const { op, signsIn } = await county();
    op.bent.document = document;
    expect(await troubleOf(signsIn({}, answer))).toBe("refused: answer-parameters");
    expect(op.askedFor("/token")).toHaveLength(0);
  });

  it.each([
    ["no code", { code: undefined }, "refused: invalid-response"],
    ["an ID token of the browser's", { id_token: "a.b.c" }, "refused: unsupported-operation"],
    ["a code that the county never gave", { code: "c-2" }, "refused: token-invalid-grant"],
  ])("%s: refused", async (_name, answer, expected) => {
    const { signsIn } = await county();
    expect(await troubleOf(signsIn({}, answer))).toBe(expected);
  });

  it.each([
    ["the person said no", "access_denied", "cancelled: access-denied"],
    ["a scope we may not have", "invalid_scope", "refused: answer-invalid-scope"],
    ["the county has an error", "server_error", "refused: answer-server-error"],
    ["a word of the county's own is not repeated", "王小明", "refused: answer-other-error"],
  ])("an error answer: %s", async (_name, error, expected) => {
    const { signsIn } = await county();
    expect(await troubleOf(signsIn({}, { code: undefined, error, error_description: "A123456789" }))).toBe(expected);
  });

  it("a parameter said twice is refused", async () => {
    const { op, providers } = await county();
    const setup = setupFor(oidcProfile(op.issuer));
    const { url, kept } = await providers.begin(setup, redirectUri);
    const answer = op.authorize(url);
    answer.searchParams.append("state", "other");
    expect(await troubleOf(providers.finish(setup, kept, answer))).toMatch(/^refused: /);
  });

  it("an answer at the path of another county is refused, though state and code are right", async () => {
    const { op, providers } = await county();
    const setup = setupFor(oidcProfile(op.issuer));
    const { url, kept } = await providers.begin(setup, redirectUri);
    const answer = new URL(op.authorize(url).href.replace("/KHH/", "/TPE/"));
    expect(await troubleOf(providers.finish(setup, kept, answer))).toBe("refused: round-trip");
    expect(op.askedFor("/token")).toHaveLength(0);
  });

  it.each(["state", "nonce", "verifier", "redirectUri"])("a round trip that lost its %s is refused", async (lost) => {
    const { op, providers } = await county();
    const setup = setupFor(oidcProfile(op.issuer));
    const { url, kept } = await providers.begin(setup, redirectUri);
    const rest = Object.fromEntries(Object.entries(kept).filter(([name]) => name !== lost));
    expect(await troubleOf(providers.finish(setup, rest, op.authorize(url)))).toBe("refused: round-trip");
  });

  it("the verifier of another round trip does not exchange this one's code", async () => {
    const { op, providers } = await county();
    const setup = setupFor(oidcProfile(op.issuer));
    const [one, other] = [await providers.begin(setup, redirectUri), await providers.begin(setup, redirectUri)];
    const mixed = { ...one.kept, verifier: other.kept.verifier ?? "" };
    expect(await troubleOf(providers.finish(setup, mixed, op.authorize(one.url)))).toBe("refused: token-invalid-grant");
  });

  it("a set-up without a client secret is refused before anything is asked", async () => {
    const { op, providers } = await county();
    const setup = setupFor(oidcProfile(op.issuer), { clientId: client.id, clientSecret: undefined });
    expect(await troubleOf(providers.begin(setup, redirectUri))).toBe("refused: no-client-secret");
  });
});
