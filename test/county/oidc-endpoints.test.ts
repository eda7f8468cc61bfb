import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { county, oidcProfile, redirectUri, setupFor, troubleOf } from "./code-flow-world.ts";
import type { Reply } from "./hostile-op.ts";

const discovery = "/.well-known/openid-configuration";
const endpoints = [discovery, "/jwks", "/token", "/userinfo", "/eduinfo"];
const html = { "content-type": "text/html" };

const faults: readonly (readonly [string, Reply, string])[] = [
  ["500", { status: 500, body: '{"error":"server_error"}' }, "down: failing"],
  ["503 with a page", { status: 503, headers: html, body: "<h1>維護中</h1>" }, "down: failing"],
  ["429", { status: 429 }, "down: failing"],
  ["a page for JSON", { headers: html, body: "<!doctype html><title>登入</title>" }, "down: not-json"],
  ["nothing", { body: "" }, "down: not-json"],
  ["a megabyte", { body: `{"a":"${"x".repeat(1_000_000)}"}` }, "down: too-large"],
  ["a megabyte, packed", { body: gzipSync(`{"a":"${"x".repeat(1_000_000)}"}`) }, "down: too-large"],
  [
    "a megabyte, packed and said so",
    { headers: { "content-encoding": "gzip" }, body: gzipSync(`{"a":"${"x".repeat(1_000_000)}"}`) },
    "down: too-large",
  ],
  ["a redirect", { status: 302, headers: { location: "/elsewhere" } }, "down: redirected"],
];

describe.each(endpoints)("a county whose %s fails", (path) => {
  it.each(faults)("answers %s", async (_name, reply, expected) => {
    const { op, signsIn } = await county();
    op.bent.replies[path] = reply;
    expect(await troubleOf(signsIn())).toBe(expected);
    expect(op.askedFor("/elsewhere")).toHaveLength(0);
  });

  it("never answers: the waiting ends", async () => {
    const { op, signsIn } = await county({ policy: { patience: 0.2 } });
    op.bent.replies[path] = "silence";
    expect(await troubleOf(signsIn())).toBe("down: timeout");
  });
});

describe("what else a county's addresses may say", () => {
  it.each(endpoints)("gzip that no header announces is read, at %s (older central replies)", async (path) => {
    const { op, signsIn } = await county();
    op.bent.packed = [path];
    expect(await signsIn()).toMatchObject({ subject: "s-1" });
  });

  it.each([
    [
      "a page of 4xx from the token endpoint",
      "/token",
      { status: 404, headers: html, body: "<h1>404" },
      "down: not-conform",
    ],
    ["an OAuth error from the token endpoint", "/token", error("invalid_client", 401), "refused: token-invalid-client"],
    ["a word of the county's own", "/token", error("A123456789", 400), "refused: token-other-error"],
    ["a list for JSON", "/token", { body: "[]" }, "refused: answer-body"],
    ["no discovery document", discovery, { status: 404 }, "down: not-there"],
    ["a discovery document without endpoints", discovery, { body: "{}" }, "refused: discovery-incomplete"],
    ["no userinfo", "/userinfo", { status: 404 }, "down: not-conform"],
    [
      "userinfo that wants another token",
      "/userinfo",
      { status: 401, headers: { "www-authenticate": 'Bearer error="invalid_token"' } },
      "refused: challenged",
    ],
    [
      "userinfo as a token that nobody asked for",
      "/userinfo",
      { headers: { "content-type": "application/jwt" }, body: "eyJhbGciOiJub25lIn0.eyJzdWIiOiJzLTEifQ." },
      "down: not-json",
    ],
  ] as const)("%s", async (_name, path, reply, expected) => {
    const { op, signsIn } = await county();
    op.bent.replies[path] = reply;
    expect(await troubleOf(signsIn())).toBe(expected);
  });

  it.each([403, 404])("a further answer that is not there for this person (%i) is simply not told", async (status) => {
    const { op, signsIn } = await county();
    op.bent.replies["/eduinfo"] = { status };
    const { told } = await signsIn();
    expect(told.eduinfo).toBeUndefined();
    expect(told.id_token).toBeDefined();
  });

  it("nobody listens at the county's address", async () => {
    const { op, signsIn } = await county();
    await op.stop();
    expect(await troubleOf(signsIn())).toBe("down: unreachable");
  });
});

describe("a discovery document chooses addresses, within bounds", () => {
  it.each(["authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint"])(
    "%s over plain http, or of no web address at all, is refused before the person is sent out",
    async (name) => {
      for (const address of ["http://op.example.tw/x", "javascript:alert(1)", "file:///etc/passwd", "x"]) {
        const { op, providers } = await county();
        op.bent.document = { [name]: address };
        const begun = providers.begin(setupFor(oidcProfile(op.issuer)), redirectUri);
        expect(await troubleOf(begun)).toBe("refused: endpoint-not-https");
      }
    },
  );

  it("no userinfo address is needed where the profile reads none", async () => {
    const { op, signsIn } = await county();
    op.bent.document = { userinfo_endpoint: undefined };
    expect(await signsIn({ userinfo: false })).toMatchObject({ subject: "s-1" });
    expect(await troubleOf(signsIn())).toBe("refused: endpoint-not-https");
  });

  it("other hosts are allowed: the specification does not tie them to the issuer's", async () => {
    const [{ op, signsIn }, other] = await Promise.all([county(), county()]);
    op.bent.document = { jwks_uri: `${other.op.issuer}/jwks` };
    expect(await signsIn()).toMatchObject({ subject: "s-1" });
    expect(other.op.askedFor("/jwks")).toHaveLength(1);
  });

  it("outside tests the loopback address is none to ask", async () => {
    const { op, providers } = await county();
    const setup = setupFor(oidcProfile(op.issuer), { test: false });
    expect(await troubleOf(providers.begin(setup, redirectUri))).toBe("down: not-https");
    expect(op.asked).toHaveLength(0);
  });
});

function error(word: string, status: number): Reply {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify({ error: word }) };
}
