import { describe, expect, test } from "vitest";
import type { CountyProfile } from "../../functions/contract/counties.ts";
import { checkDiscovery, discoveryAddress } from "../../lib/county-check/discovery.ts";
import { checkXrds } from "../../lib/county-check/xrds.ts";
import { marksOf, problemsIn, warningsIn } from "./read-findings.ts";

const words = { "zh-TW": "某縣", en: "Some County" };
const common = { id: "KHH", name: "某縣", nameEn: "Some County", button: words, help: { name: words }, verified: true };
const mapping = { schools: { shape: "kh", from: {} } } as const;
const issuer = "https://op.example.edu.tw";
const profile = {
  ...common,
  mapping,
  protocol: "oidc",
  issuer,
  scopes: ["openid", "profile"],
  clientAuthentication: "client_secret_post",
  resources: {},
  algorithms: ["RS256"],
  userinfo: true,
} as Extract<CountyProfile, { protocol: "oidc" }>;
const document = {
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
  userinfo_endpoint: `${issuer}/userinfo`,
  response_types_supported: ["code"],
  id_token_signing_alg_values_supported: ["RS256", "HS256"],
  token_endpoint_auth_methods_supported: ["client_secret_post"],
  scopes_supported: ["openid", "profile"],
  code_challenge_methods_supported: ["S256"],
};

describe("an OpenID Connect county's document (M3)", () => {
  test("all is there: nothing but good words", () => {
    expect(new Set(marksOf(checkDiscovery(profile, document)))).toEqual(new Set(["good"]));
  });

  test.each([
    ["another issuer, by one stroke (T33)", { issuer: `${issuer}/` }, "The issuers differ"],
    ["no token endpoint", { token_endpoint: undefined }, "has no token_endpoint"],
    ["an endpoint that is no address", { jwks_uri: "/jwks" }, "has no jwks_uri"],
    ["no userinfo, which the profile reads", { userinfo_endpoint: undefined }, "has no userinfo_endpoint"],
    ["no code flow", { response_types_supported: ["id_token"] }, "does not offer code"],
    [
      "none of the allowed algorithms (T36)",
      { id_token_signing_alg_values_supported: ["HS256"] },
      "does not offer RS256",
    ],
    [
      "another way to show the client secret",
      { token_endpoint_auth_methods_supported: ["client_secret_basic"] },
      "does not offer client_secret_post",
    ],
    [
      "no word on it, which means client_secret_basic",
      { token_endpoint_auth_methods_supported: undefined },
      "does not offer client_secret_post",
    ],
  ])("%s is a problem", (_, change, said) => {
    const { token_endpoint_auth_methods_supported: methods, ...rest } = { ...document, ...change };
    const changed = methods === undefined ? rest : { ...rest, token_endpoint_auth_methods_supported: methods };
    expect(problemsIn(checkDiscovery(profile, changed))).toEqual([expect.stringContaining(said)]);
  });

  test("a scope that is not offered is a warning; lists that are not there say nothing", () => {
    expect(warningsIn(checkDiscovery(profile, { ...document, scopes_supported: ["openid"] }))).toEqual([
      "scopes_supported does not offer profile",
    ]);
    const { scopes_supported: _scopes, code_challenge_methods_supported: _pkce, ...silent } = document;
    expect(problemsIn(checkDiscovery(profile, silent))).toEqual([]);
    expect(warningsIn(checkDiscovery(profile, silent))).toEqual([]);
  });

  test.each([issuer, `${issuer}/`])("the document of %s is at one address", (at) => {
    expect(discoveryAddress(at)).toBe(`${issuer}/.well-known/openid-configuration`);
  });
});

describe("an OpenID 2.0 county's XRDS document", () => {
  const endpoint = `${issuer}/op?a=1&b=2`;
  const openid2 = {
    ...common,
    mapping,
    protocol: "openid2",
    identifier: `${issuer}/`,
    endpoint,
    claimedIdPrefix: `${issuer}/u/`,
    attributes: { guid: "http://axschema.edu.tw/person/guid" },
    sreg: [],
  } as Extract<CountyProfile, { protocol: "openid2" }>;
  const xrds = (uri: string, ...types: string[]) =>
    `<xrds:XRDS><XRD><Service priority="0">${types.map((type) => `<Type>${type}</Type>`).join("")}<URI>${uri}</URI></Service></XRD></xrds:XRDS>`;
  const server = "http://specs.openid.net/auth/2.0/server";
  const exchange = "http://openid.net/srv/ax/1.0";

  test("leads to the configured endpoint and announces attribute exchange: nothing but good words", () => {
    const escaped = endpoint.replaceAll("&", "&amp;");
    expect(new Set(marksOf(checkXrds(openid2, xrds(` ${escaped}\n`, server, exchange))))).toEqual(new Set(["good"]));
  });

  test.each([
    ["another endpoint", xrds("https://other.example/op", server, exchange), "configured is"],
    ["people's own ids only", xrds(endpoint, "http://specs.openid.net/auth/2.0/signon"), "no service of type"],
    ["nothing", "<xrds:XRDS/>", "no service of type"],
  ])("%s is a problem", (_, text, said) => {
    expect(problemsIn(checkXrds(openid2, text))).toEqual([expect.stringContaining(said)]);
  });

  test("no word on attribute exchange is worth a note", () => {
    expect(marksOf(checkXrds(openid2, xrds(endpoint.replaceAll("&", "&amp;"), server)))).toEqual(["good", "note"]);
  });
});
