import { describe, expect, it } from "vitest";
import { county, oauth2Profile, redirectUri, setupFor, troubleOf } from "./code-flow-world.ts";
import { client, json } from "./hostile-op.ts";

describe("a county that speaks OAuth 2 without OpenID (Taipei's sort)", () => {
  it("a sign-in is taken: PKCE, state, the secret in the form, the subject where the profile says (T34)", async () => {
    const { op, goes } = await county();
    const { subject, told } = await goes(oauth2Profile(op.issuer));
    expect({ subject, told }).toEqual({ subject: "4711", told: { eduinfo: { schoolid: "193665", uid: 4711 } } });
    const [token] = op.askedFor("/token");
    expect(token?.authorization).toBeUndefined();
    expect([token?.form.get("client_secret"), token?.form.get("redirect_uri")]).toEqual([client.secret, redirectUri]);
    expect(op.askedFor("/eduinfo")[0]?.authorization).toBe("Bearer a-1");
    expect(op.askedFor("/.well-known/openid-configuration")).toHaveLength(0);
  });

  it("the way out has PKCE S256 and a state, and no nonce", async () => {
    const { op, providers } = await county();
    const { url, kept } = await providers.begin(setupFor(oauth2Profile(op.issuer)), redirectUri);
    const asked = new URL(url).searchParams;
    expect(asked.get("code_challenge_method")).toBe("S256");
    expect(asked.get("scope")).toBe("user profile");
    expect(asked.get("state")).toBe(kept.state);
    expect(asked.has("nonce")).toBe(false);
  });

  it.each([
    ["another state", { state: "other" }, "refused: answer-parameters"],
    ["no state", { state: undefined }, "refused: answer-parameters"],
    ["another issuer (T33)", { iss: "https://op.example.tw" }, "refused: answer-parameters"],
    [
      "an error with another state",
      { code: undefined, error: "access_denied", state: "x" },
      "refused: answer-parameters",
    ],
    ["the person said no", { code: undefined, error: "access_denied" }, "cancelled: access-denied"],
    ["another error", { code: undefined, error: "server_error" }, "refused: answer-server-error"],
    ["another's code", { code: "c-2" }, "refused: token-invalid-grant"],
  ])("the browser's answer with %s", async (_name, answer, expected) => {
    const { op, goes } = await county();
    expect(await troubleOf(goes(oauth2Profile(op.issuer), { answer }))).toBe(expected);
  });

  it("an ID token that nobody asked for says nothing: it is neither told nor a subject (T36)", async () => {
    const { op, goes } = await county();
    const profile = oauth2Profile(op.issuer);
    const { told } = await goes(profile);
    expect(Object.keys(told)).toEqual(["eduinfo"]);
    const trusting = { ...profile, mapping: { ...profile.mapping, subject: "id_token.sub" } };
    expect(await troubleOf(goes(trusting))).toBe("refused: no-subject");
  });

  it("a broken ID token that nobody asked for stops nobody", async () => {
    const { op, goes } = await county();
    op.bent.token = { id_token: "not.a.token" };
    expect(await goes(oauth2Profile(op.issuer))).toMatchObject({ subject: "4711" });
  });

  it.each([
    ["none", {}],
    ["an empty one", { uid: "" }],
    ["a list of people", { uid: ["1", "2"] }],
    ["yes", { uid: true }],
    ["a number too large to be told apart", { uid: 2 ** 53 }],
    ["an object", { uid: { id: 1 } }],
  ])("no subject, no sign-in: %s", async (_name, eduinfo) => {
    const { op, goes } = await county();
    op.bent.replies["/eduinfo"] = json(eduinfo);
    expect(await troubleOf(goes(oauth2Profile(op.issuer)))).toBe("refused: no-subject");
  });

  it.each(["eduinfo.constructor.name", "eduinfo.__proto__", "elsewhere.uid", undefined])(
    "a subject that is no fact of the county's own (%s) is none",
    async (subject) => {
      const { op, goes } = await county();
      const { mapping, ...profile } = oauth2Profile(op.issuer);
      const placed = { ...profile, mapping: { schools: mapping.schools, ...(subject ? { subject } : {}) } };
      expect(await troubleOf(goes(placed))).toBe("refused: no-subject");
    },
  );

  it.each([
    ["the person's answer is not there", "/eduinfo", { status: 404 }, "refused: no-subject"],
    ["the person's answer fails", "/eduinfo", { status: 500 }, "down: failing"],
    ["the token endpoint gives a page", "/token", { body: "<h1>登入</h1>" }, "down: not-json"],
    ["the token endpoint gives a list", "/token", { body: "[]" }, "refused: answer-body"],
    ["the token endpoint gives null", "/token", { body: "null" }, "refused: answer-body"],
    ["the token endpoint redirects", "/token", { status: 307, headers: { location: "/x" } }, "down: redirected"],
    ["the token endpoint never answers", "/token", "silence", "down: timeout"],
  ] as const)("%s", async (_name, path, reply, expected) => {
    const { op, goes } = await county(reply === "silence" ? { policy: { patience: 0.2 } } : {});
    op.bent.replies[path] = reply;
    expect(await troubleOf(goes(oauth2Profile(op.issuer)))).toBe(expected);
  });

  it("an address that is not https is refused before the person is sent out", async () => {
    const { op, providers } = await county();
    const setup = setupFor(oauth2Profile(op.issuer, { tokenEndpoint: "http://op.example.tw/token" }));
    expect(await troubleOf(providers.begin(setup, redirectUri))).toBe("refused: endpoint-not-https");
  });
});
