import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { eventTokens } from "../../lib/local/application/legacy/event-token.ts";
import { histories } from "../../lib/local/application/legacy/histories.ts";
import { issuerKeys, type TokenChange } from "./issuer-keys.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const keys = await issuerKeys();
const { issuer, others } = keys;
const read = eventTokens(issuer, keys.readToken);
const linked = `${issuer}/events/account-linked`;

const good = {
  iat: 1_763_700_000,
  jti: "change~sample",
  sub_id: { format: "iss_sub", iss: issuer, sub: "s" },
  events: { [linked]: { legacy_account: "Wang", linked_at: 1_763_700_000 } },
};
const token = (change?: TokenChange): Promise<string> => keys.token("secevent+jwt", good, change);

describe("an event that the sample platform is told (RFC 8417, RFC 8935)", () => {
  it("that is good says who joined what, and what was taken off again", async () => {
    const told = { jti: "change~sample", sub: "s", legacyAccount: "Wang" };
    expect(await read(await token())).toEqual({ ...told, event: "linked", at: 1_763_700_000 });
    const events = { [`${issuer}/events/account-unlinked`]: { legacy_account: "Wang", unlinked_at: 1 } };
    expect(await read(await token({ claims: { events } }))).toEqual({ ...told, event: "unlinked", at: 1 });
  });

  it.each<[string, TokenChange]>([
    ["another issuer", { claims: { iss: "http://localhost:1" } }],
    ["another audience", { claims: { aud: "sample-teachers" } }],
    ["without a time", { claims: { iat: undefined } }],
    ["without a jti", { claims: { jti: undefined } }],
    ["without events", { claims: { events: undefined } }],
    ["another event", { claims: { events: { "https://example.org/event": { legacy_account: "Wang" } } } }],
    ["another issuer's event", { claims: { events: { "http://a/events/account-linked": { legacy_account: "W" } } } }],
    ["of no account", { claims: { events: { [linked]: { linked_at: 1 } } } }],
    ["of no moment", { claims: { events: { [linked]: { legacy_account: "Wang" } } } }],
    ["of nobody", { claims: { sub_id: undefined } }],
    ["of another issuer's person", { claims: { sub_id: { format: "iss_sub", iss: "http://a", sub: "s" } } }],
    ["of an address", { claims: { sub_id: { format: "email", email: "s@mail.test" } } }],
    ["an ID token", { header: { typ: "JWT" } }],
    ["a logout token", { header: { typ: "logout+jwt" } }],
    ["signed by somebody else", { key: others.privateKey }],
    ["of a key that there is not", { header: { kid: "k2" } }],
  ])("%s is refused", async (_, change) => {
    expect(await read(await token(change))).toBeUndefined();
  });

  it("without a signature, changed or no token at all is refused", async () => {
    const [head, body, signature] = (await token()).split(".");
    const none = Buffer.from(JSON.stringify({ alg: "none", typ: "secevent+jwt" })).toString("base64url");
    const other = (await token({ claims: { jti: "another" } })).split(".")[1];
    for (const forged of [`${none}.${body}.`, `${head}.${other}.${signature}`, `${head}.${body}.`, "", "a.b.c"])
      expect([forged.slice(0, 20), await read(forged)]).toEqual([forged.slice(0, 20), undefined]);
  });
});

describe("whose learning history is whose", () => {
  const folder = temporaryFolder();
  const event = { jti: "1", event: "linked", sub: "s", legacyAccount: "Wang", at: 10 } as const;

  it("moves with the event and back with its opposite, each once, however often it comes", () => {
    const kept = histories();
    kept.take(event);
    expect([kept.of("s"), kept.isMoved("Wang")]).toEqual(["Wang", true]);
    kept.take({ ...event, jti: "2", event: "unlinked" });
    kept.take(event);
    expect([kept.of("s"), kept.isMoved("Wang")]).toEqual([undefined, false]);
    kept.take({ ...event, jti: "3", event: "unlinked", legacyAccount: "another" });
    kept.take({ ...event, jti: "4" });
    expect(kept.of("s")).toBe("Wang");
  });

  it("an earlier change that comes later changes nothing", () => {
    const kept = histories();
    kept.take({ ...event, jti: "2", event: "unlinked", at: 11 });
    kept.take(event);
    expect(kept.of("s")).toBeUndefined();
    kept.take({ ...event, jti: "3", at: 12 });
    kept.take({ ...event, jti: "4", event: "unlinked", at: 11 });
    expect(kept.of("s")).toBe("Wang");
  });

  it("is known after a restart, where there is a file", () => {
    const file = join(folder, "deeper", "histories.json");
    histories(file).take(event);
    expect(existsSync(file)).toBe(true);
    const again = histories(file);
    expect(again.of("s")).toBe("Wang");
    again.take({ ...event, sub: "thief" });
    expect(again.of("thief")).toBeUndefined();
  });
});
