import { afterEach, describe, expect, it } from "vitest";
import type { CountySetup, Kept } from "../../functions/ports/county-providers.ts";
import {
  callbackOf,
  cameTo,
  counties,
  type Fields,
  fieldsOf,
  nonceAt,
  openId2,
  setupOf,
  siteOrigin,
  trap,
  types,
  yesOp,
} from "./openid2-world.ts";

/**
 * A county's endpoint that says yes to everything stands for any way of getting a yes: a hostile county, or fields that it does not
 * look at. Whatever is refused here is refused by us, before the county is asked.
 */
const op = await yesOp();
const another = await yesOp("KHH");
const attacker = await trap();
const { kept } = await counties.begin(op.setup, callbackOf("TNN"));

const finish = (answer: URL, setup: CountySetup = op.setup, own: Kept = kept) => counties.finish(setup, own, answer);
const answerOf = (change?: Fields) => cameTo(kept, fieldsOf(op, kept, change));
const ids = (id: string) => ({ claimed_id: id, identity: id });
const host = new URL(op.origin).host;

async function refused(answer: URL, reason: string, setup?: CountySetup, own?: Kept) {
  const askedBefore = op.seen.length;
  await expect(finish(answer, setup, own)).rejects.toMatchObject({ name: "CountyTrouble", kind: "refused", reason });
  expect(op.seen.length, "requests to the county").toBe(askedBefore);
}

afterEach(() => {
  expect([...attacker.seen, ...another.seen.filter((request) => request.startsWith("POST"))]).toEqual([]);
});

describe("an answer that is right", () => {
  it("is taken after one request, to the county's endpoint (T34)", async () => {
    const askedBefore = op.seen.length;
    const facts = await finish(answerOf());
    expect(facts).toMatchObject({
      subject: "wang",
      told: { ax: { guid: "a".repeat(64) }, sreg: { email: "wang@mail.example" } },
    });
    expect(op.seen.slice(askedBefore)).toEqual(["POST /op/server"]);
  });

  it("may carry parameters of others beside its own", async () => {
    const answer = answerOf();
    answer.searchParams.set("utm_source", "county");
    expect((await finish(answer)).subject).toBe("wang");
  });

  it("is not taken from another's trip: one begun for OpenID Connect, or of nobody (T34)", async () => {
    await refused(answerOf(), "state", op.setup, { state: kept.state ?? "", nonce: "n", verifier: "v" });
    await refused(answerOf(), "state", op.setup, {});
  });
});

describe("claimed ids that are not this county's (T35)", () => {
  it.each([
    ["another prefix", `${op.origin}/other/wang`],
    ["a prefix cut short", `${op.origin}/op/userwang`],
    ["nobody", `${op.origin}/op/user/`],
    ["another host", `${attacker.origin}/op/user/wang`],
    ["another host before the county's", `${attacker.origin}/${host}/op/user/wang`],
    ["the county's host as a name for another", `http://${host}@${new URL(attacker.origin).host}/op/user/wang`],
    ["https for http", `https://${host}/op/user/wang`],
    ["upper case", `${op.origin}/OP/user/wang`],
    ["a way up", `${op.origin}/op/user/../admin/wang`],
    ["only a way up", `${op.origin}/op/user/..`],
    ["a way up inside a name", `${op.origin}/op/user/a..b`],
    ["a dot", `${op.origin}/op/user/.`],
    ["an encoded way up", `${op.origin}/op/user/%2e%2e`],
    ["an encoded separator", `${op.origin}/op/user/a%2fb`],
    ["an encoded backslash", `${op.origin}/op/user/a%5Cb`],
    ["a backslash", `${op.origin}/op/user/a\\b`],
    ["a further segment", `${op.origin}/op/user/a/b`],
    ["a fragment", `${op.origin}/op/user/wang#2`],
    ["a query", `${op.origin}/op/user/wang?x`],
    ["an encoded query", `${op.origin}/op/user/wang%3Fx`],
    ["an encoded zero", `${op.origin}/op/user/wang%00`],
    ["a space", `${op.origin}/op/user/wang `],
    ["half an encoding", `${op.origin}/op/user/wang%4`],
    ["a very long one", `${op.origin}/op/user/${"a".repeat(256)}`],
    ["the word for anybody", `${openId2}/identifier_select`],
  ])("%s", async (_name, id) => {
    await refused(answerOf(ids(id)), "claimed-id");
  });

  it("an id that another identity speaks for", async () => {
    await refused(answerOf({ identity: `${op.claimedIdPrefix}chen` }), "identity");
  });

  it("http for https, where the county has https", async () => {
    const https = setupOf("TNN", {
      identifier: "https://county.example/op/",
      endpoint: "https://county.example/op/server",
      claimedIdPrefix: "https://county.example/op/user/",
    });
    const change = { op_endpoint: "https://county.example/op/server", ...ids("http://county.example/op/user/wang") };
    await refused(answerOf(change), "claimed-id", https);
  });
});

describe("endpoints that may not speak for this county (T33)", () => {
  it.each([
    ["an attacker's", `${attacker.origin}/op/server`],
    ["another county's", another.endpoint],
    ["one with a query more", `${op.endpoint}?x=1`],
    ["none", undefined],
  ])("%s", async (_name, endpoint) => {
    await refused(answerOf({ op_endpoint: endpoint }), "endpoint");
  });

  it("an answer of one county at the other, both ways", async () => {
    await refused(answerOf(), "endpoint", another.setup);
    await refused(cameTo(kept, fieldsOf(another, kept)), "endpoint");
  });
});

describe("return addresses that are not the one we sent (T34)", () => {
  const sent = `${callbackOf("TNN")}?state=${kept.state}`;

  it.each([
    ["host", sent.replace("account.example", "attacker.example")],
    ["scheme", sent.replace("https:", "http:")],
    ["path", sent.replace("/TNN/", "/KHH/")],
    ["state", sent.replace(/state=.*/, "state=other")],
    ["a parameter more", `${sent}&x=1`],
    ["a parameter less", callbackOf("TNN")],
    ["none", undefined],
  ])("%s", async (_name, returnTo) => {
    await refused(answerOf({ return_to: returnTo }), "return-to");
  });

  it.each([
    ["host", (answer: URL) => new URL(answer.href.replace("account.example", "attacker.example"))],
    ["scheme", (answer: URL) => new URL(answer.href.replace("https:", "http:"))],
    ["path", (answer: URL) => new URL(answer.href.replace("/TNN/", "/KHH/"))],
  ])("an answer that came to another address: %s", async (_name, changed) => {
    await refused(changed(answerOf()), "return-to");
  });

  it.each(["missing", "another"])("an answer whose state is %s", async (which) => {
    const answer = answerOf();
    if (which === "missing") answer.searchParams.delete("state");
    else answer.searchParams.set("state", "another");
    await refused(answer, "state");
  });
});

describe("answers of another kind (T34)", () => {
  it.each([
    [{ mode: "error", error: "no" }, "provider-error"],
    [{ mode: "setup_needed" }, "setup-needed"],
    [{ mode: "checkid_setup" }, "mode"],
    [{ mode: undefined }, "mode"],
    [{ ns: "http://openid.net/signon/1.1" }, "version"],
    [{ ns: undefined }, "version"],
  ] as [Fields, string][])("%j", async (change, reason) => {
    await refused(answerOf(change), reason);
  });

  it("of OpenID 1.1, with an identity only", async () => {
    await refused(answerOf({ ns: undefined, op_endpoint: undefined, claimed_id: undefined }), "version");
  });
});

describe("what the signature does not cover (T34)", () => {
  const all = fieldsOf(op, kept).signed?.split(",") ?? [];

  it.each(all)("%s", async (name) => {
    await refused(answerOf({ signed: all.filter((other) => other !== name).join(",") }), "unsigned");
  });

  it.each([
    ["nothing listed", { signed: "" }],
    ["a field listed twice", { signed: [...all, "identity"].join(",") }],
    ["a field listed that is not there", { signed: [...all, "contact"].join(",") }],
    ["no signature", { sig: undefined }],
    ["a line's end in a value", { "sreg.fullname": "a\nclaimed_id:b" }],
    ["a colon in a name", { "sreg.fullname:x": "a" }],
  ] as [string, Fields][])("%s", async (_name, change) => {
    await refused(answerOf(change), "malformed");
  });

  it.each(["e.value.x9", "sreg.fullname"])("a %s that was added", async (name) => {
    await refused(answerOf({ [name]: "added", signed: all.join(",") }), "unsigned");
  });

  it("a second extension for attributes", async () => {
    await refused(answerOf({ "ns.z": "http://openid.net/srv/ax/1.0" }), "attributes");
  });

  it("attributes of an extension that nobody declared are not read", async () => {
    const undeclared = { "ns.e": undefined, "ax.type.x1": types.guid, "ax.value.x1": "f".repeat(64) };
    expect((await finish(answerOf(undeclared))).told.ax).toEqual({});
  });
});

describe("attributes", () => {
  it.each([
    ["one that is counted", { "e.value.x1": undefined, "e.count.x1": "1", "e.value.x1.1": "b" }, { guid: "b" }],
    ["none", { "e.value.x1": undefined, "e.count.x1": "0" }, {}],
    ["of a type that nobody asked for", { "e.type.x1": "http://axschema.org/birthDate" }, {}],
    [
      "under a name that JavaScript keeps for itself",
      { "e.type.__proto__": types.schoolId, "e.value.__proto__": "1" },
      { schoolId: "1" },
    ],
  ] as [string, Fields, object][])("%s", async (_name, change, ax) => {
    expect((await finish(answerOf(change))).told.ax).toMatchObject(ax);
  });

  it.each([
    ["two for one type", { "e.type.x2": types.guid, "e.value.x2": "b" }],
    ["two values", { "e.count.x1": "2", "e.value.x1.1": "b", "e.value.x1.2": "c" }],
    ["a refusal to tell", { "e.mode": "store_response_failure" }],
  ] as [string, Fields][])("%s: refused", async (_name, change) => {
    await refused(answerOf(change), "attributes");
  });

  it("simple registration that is not declared is read when it is signed", async () => {
    expect((await finish(answerOf({ "ns.sreg": undefined }))).told.sreg).toEqual({ email: "wang@mail.example" });
  });
});

describe("nonces (T34)", () => {
  it.each([
    ["no time", "abc", "nonce"],
    ["no nonce", undefined, "unsigned"],
    ["no such day", "2026-13-41T00:00:00Zabc", "nonce"],
    ["a local time", "2026-09-01T00:00:00+08:00", "nonce"],
    ["a space in it", `${nonceAt(Date.now())} x`, "nonce"],
    ["a very long one", nonceAt(Date.now()) + "a".repeat(300), "nonce"],
    ["six minutes old", nonceAt(Date.now() - 6 * 60_000), "nonce-time"],
    ["six minutes ahead", nonceAt(Date.now() + 6 * 60_000), "nonce-time"],
  ])("%s", async (_name, nonce, reason) => {
    await refused(answerOf({ response_nonce: nonce }), reason);
  });
});

describe("parameters given twice (T28)", () => {
  it.each([...answerOf().searchParams.keys(), "other"])("%s", async (name) => {
    const answer = answerOf();
    answer.searchParams.append(name, answer.searchParams.get(name) ?? "1");
    if (name === "other") answer.searchParams.append(name, "2");
    await refused(answer, "duplicate");
  });

  it("in another encoding", async () => {
    await refused(new URL(`${answerOf().href}&openid%2Emode=id_res`), "duplicate");
  });

  it("by the hundred", async () => {
    const answer = answerOf();
    for (let index = 0; index < 300; index++) answer.searchParams.set(`x${index}`, "1");
    await refused(answer, "malformed");
  });
});

describe("the site", () => {
  it("is the realm, and the return address has a state of its own each time (T34)", async () => {
    const trips = await Promise.all([1, 2].map(() => counties.begin(op.setup, callbackOf("TNN"))));
    const [one, two] = trips.map(({ url }) => new URL(url).searchParams);
    expect(one?.get("openid.realm")).toBe(siteOrigin);
    expect(one?.get("openid.return_to")).toMatch(/\/TNN\/callback\?state=[\w-]{43}$/);
    expect(one?.get("openid.return_to")).not.toBe(two?.get("openid.return_to"));
    expect(Object.keys(trips[0]?.kept ?? {}).sort()).toEqual(["returnTo", "state"]);
  });
});
