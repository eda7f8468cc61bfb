import { describe, expect, it } from "vitest";
import { logoutTokens } from "../../lib/local/application/logout-token.ts";
import { issuerKeys, type TokenChange } from "./issuer-keys.ts";

const keys = await issuerKeys();
const { others } = keys;
const reader = () => logoutTokens(keys.readToken);
const events = { "http://schemas.openid.net/event/backchannel-logout": {} };

const now = Math.floor(Date.now() / 1_000);
const token = (change?: TokenChange): Promise<string> =>
  keys.token("logout+jwt", { iat: now, exp: now + 120, jti: crypto.randomUUID(), events, sub: "s", sid: "x" }, change);

describe("a logout token that the sample application is told (Back-Channel Logout 1.0 §2.6, T41)", () => {
  it("that is good says whose session ends, once", async () => {
    const [read, good] = [reader(), await token()];
    expect(await read(good)).toEqual({ sub: "s", sid: "x" });
    expect(await read(good)).toBeUndefined();
    expect(await reader()(await token({ claims: { sid: undefined } }))).toEqual({ sub: "s" });
  });

  it.each<[string, TokenChange]>([
    ["another issuer", { claims: { iss: "http://localhost:1" } }],
    ["another audience", { claims: { aud: "sample-teachers" } }],
    ["an old one", { claims: { iat: now - 300, exp: now - 180 } }],
    ["without a time", { claims: { iat: undefined } }],
    ["without an end", { claims: { exp: undefined } }],
    ["without a jti", { claims: { jti: undefined } }],
    ["without events", { claims: { events: undefined } }],
    ["another event", { claims: { events: { "https://example.org/event": {} } } }],
    ["with a nonce, as an ID token has", { claims: { nonce: "n" } }],
    ["of nobody", { claims: { sub: undefined, sid: undefined } }],
    ["an ID token", { header: { typ: "JWT" } }],
    ["signed by somebody else", { key: others.privateKey }],
    ["of a key that there is not", { header: { kid: "k2" } }],
  ])("%s is refused", async (_, change) => {
    expect(await reader()(await token(change))).toBeUndefined();
  });

  it("without a signature, changed or no token at all is refused", async () => {
    const [head, body, signature] = (await token()).split(".");
    const none = Buffer.from(JSON.stringify({ alg: "none", typ: "logout+jwt" })).toString("base64url");
    const other = (await token({ claims: { sub: "somebody-else" } })).split(".")[1];
    for (const forged of [`${none}.${body}.`, `${head}.${other}.${signature}`, `${head}.${body}.`, "", "a.b.c", "x"])
      expect([forged.slice(0, 20), await reader()(forged)]).toEqual([forged.slice(0, 20), undefined]);
  });
});
