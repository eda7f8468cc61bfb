import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { oidcPaths, oidcRoutes } from "../../functions/contract/oidc.ts";
import { siteHeaders } from "../../functions/contract/site-headers.ts";
import { dev, synthesise } from "./synthesised.ts";

const cloud = synthesise(dev);

interface Behaviour {
  readonly PathPattern: string;
  readonly TargetOriginId: string;
  readonly CachePolicyId: { readonly Ref: string };
  readonly OriginRequestPolicyId: { readonly Ref: string };
  readonly ResponseHeadersPolicyId: { readonly Ref: string };
  readonly [more: string]: unknown;
}
const { CacheBehaviors: behaviours } = cloud.one("site", "AWS::CloudFront::Distribution").Properties
  .DistributionConfig as { CacheBehaviors: Behaviour[] };
const firstFor = (path: string) =>
  behaviours.find(({ PathPattern }) => new RegExp(`^${PathPattern.replace("*", ".*")}$`).test(path));
const ofPolicy = <T>(reference: { readonly Ref: string } | undefined, config: string): T =>
  cloud.resources("site")[reference?.Ref ?? ""]?.Properties[config] as T;

const asked = [...new Set(oidcRoutes.map((route) => (route.split(" ")[1] ?? "").replace("{path+}", "v1/anything")))];
const provider = firstFor(oidcPaths.token);
const api = firstFor("/api/session");

describe("the OpenID provider behind the edge", () => {
  test.each([...asked, ...Object.values(oidcPaths)])(
    "%s goes to the API, by every method and over TLS only",
    (path) => {
      expect(firstFor(path)).toMatchObject({
        TargetOriginId: api?.TargetOriginId,
        ViewerProtocolPolicy: "https-only",
        AllowedMethods: expect.arrayContaining(["GET", "POST", "OPTIONS"]),
      });
      expect(firstFor(path)?.FunctionAssociations).toBeUndefined();
    },
  );

  test.each(["/.well-known/acme", "/consent/V1StGXR8", "/oidc", "/moeresource"])("%s does not", (path) => {
    expect(firstFor(path)).toBeUndefined();
  });

  test("no other path of the site changes its way for it", () => {
    expect(behaviours.map(({ PathPattern }) => PathPattern)).toEqual([
      "/api/openapi.json",
      "/api/pictures/*",
      "/api/*",
      "/.well-known/openid-configuration",
      "/.well-known/oauth-authorization-server",
      "/oidc/*",
      "/moeresource/*",
    ]);
  });
});

describe("what reaches the provider", () => {
  const key = ofPolicy<CacheKey>(provider?.CachePolicyId, "CachePolicyConfig");
  const forwarded = ofPolicy<Forwarded>(provider?.OriginRequestPolicyId, "OriginRequestPolicyConfig");
  const { HeadersConfig, CookiesConfig, QueryStringsConfig } = key.ParametersInCacheKeyAndForwardedToOrigin;

  test("Authorization, as a part of the key: CloudFront refuses it in what is forwarded besides, and a key where every time is 0", () => {
    expect(HeadersConfig).toEqual({ HeaderBehavior: "whitelist", Headers: ["Authorization", "Origin"] });
    expect(forwarded.HeadersConfig.Headers).not.toContain("Authorization");
    expect(key.MaxTTL).toBeGreaterThan(0);
  });

  test("every cookie and the whole query", () => {
    for (const config of [CookiesConfig, forwarded.CookiesConfig]) expect(config).toEqual({ CookieBehavior: "all" });
    for (const config of [QueryStringsConfig, forwarded.QueryStringsConfig])
      expect(config).toEqual({ QueryStringBehavior: "all" });
  });

  test("every header that the provider reads", () => {
    const files = readdirSync("functions/oidc", { recursive: true }).map(String);
    const source = files
      .filter((file) => file.endsWith(".ts"))
      .map((file) => readFileSync(`functions/oidc/${file}`, "utf8"))
      .join("\n");
    const listed = /const passedOn = \[([^\]]+)\]/.exec(source)?.[1] ?? "";
    const read = [
      ...[...listed.matchAll(/"([a-z-]+)"/g)].map(([, name]) => name),
      ...[...source.matchAll(/event\.headers\["([a-z-]+)"\]/g)].map(([, name]) => name),
    ];
    const given = [...forwarded.HeadersConfig.Headers, ...HeadersConfig.Headers].map((name) => name.toLowerCase());
    expect(read.length).toBeGreaterThan(5);
    expect(read.filter((name) => !given.includes(name ?? ""))).toEqual([]);
  });

  test("who connected to the edge, the form, and what a browser asks before a call from an application's page (T29)", () => {
    const names = forwarded.HeadersConfig.Headers.map((name) => name.toLowerCase());
    expect(forwarded.HeadersConfig.HeaderBehavior).toBe("whitelist");
    expect(names).toEqual(
      expect.arrayContaining([
        "cloudfront-viewer-address",
        "content-type",
        "accept-language",
        "origin",
        "access-control-request-method",
        "access-control-request-headers",
      ]),
    );
    expect(names.filter((name) => /forwarded|real-ip|^host$/.test(name))).toEqual([]);
    expect(names.length).toBeLessThanOrEqual(10);
  });

  test("an answer is kept only if it says so, for a second, and is nobody else's: all it depends on is in the key (T50)", () => {
    expect([key.MinTTL, key.DefaultTTL, key.MaxTTL]).toEqual([0, 0, 1]);
  });
});

describe("what the provider answers", () => {
  const policy = ofPolicy<Answered>(provider?.ResponseHeadersPolicyId, "ResponseHeadersPolicyConfig");
  const { SecurityHeadersConfig: made } = policy;

  test("keeps its own word on keeping, loading and telling; where it says nothing, the contract's stands (T50)", () => {
    expect(made.ContentSecurityPolicy).toEqual({
      ContentSecurityPolicy: siteHeaders["content-security-policy"],
      Override: false,
    });
    expect(made.ReferrerPolicy).toEqual({ ReferrerPolicy: siteHeaders["referrer-policy"], Override: false });
    expect(policy.CustomHeadersConfig).toEqual({
      Items: [{ Header: "cache-control", Value: "no-store", Override: false }],
    });
  });

  test("has the transport, type and framing headers whatever it says, and its CORS headers untouched (T50)", () => {
    expect(made.StrictTransportSecurity).toMatchObject({ AccessControlMaxAgeSec: 63_072_000, Override: true });
    expect(made.ContentTypeOptions).toEqual({ Override: true });
    expect(made.FrameOptions).toEqual({ FrameOption: "DENY", Override: true });
    expect(policy.CorsConfig).toBeUndefined();
  });
});

describe("the firewall before the provider", () => {
  const rules = cloud.one("firewall", "AWS::WAFv2::WebACL").Properties.Rules as Rule[];
  const rule = (name: string) => rules.find(({ Name }) => Name === name)?.Statement;

  test.each([
    ["a token request, whose body is a form", "SizeRestrictions_BODY"],
    ["an authorization request, longer than 2,048 bytes of query", "SizeRestrictions_QUERYSTRING"],
    ["a browser that holds the sealed requests of several applications", "SizeRestrictions_Cookie_HEADER"],
    ["an application's server that names no user agent", "NoUserAgent_HEADER"],
    ["an application that answers at 127.0.0.1 while it is built", "GenericRFI_QUERYARGUMENTS"],
    ["the same in its token request", "GenericRFI_BODY"],
  ])("lets %s through", (_, name) => {
    const overrides = rule("AWSManagedRulesCommonRuleSet")?.ManagedRuleGroupStatement?.RuleActionOverrides;
    expect(overrides).toContainEqual({ Name: name, ActionToUse: { Count: {} } });
  });

  test("an application's server is one address: it is counted apart, and lets 120 people a second in", () => {
    const own = rule("applications-per-address")?.RateBasedStatement;
    const [people, callsEach, seconds] = [120, 3, 300];
    expect(own?.Limit).toBeGreaterThan(people * callsEach * seconds);
    const apart = rule("people-per-address")?.RateBasedStatement.ScopeDownStatement;
    expect(apart).toEqual({ NotStatement: { Statement: own?.ScopeDownStatement } });
    const paths = [...JSON.stringify(own?.ScopeDownStatement).matchAll(/"SearchString":"([^"]+)"/g)].map(
      ([, path]) => path,
    );
    expect(paths).toEqual([oidcPaths.token, oidcPaths.userinfo, oidcPaths.revocation, "/moeresource/"]);
  });
});

interface CacheKey {
  readonly MinTTL: number;
  readonly DefaultTTL: number;
  readonly MaxTTL: number;
  readonly ParametersInCacheKeyAndForwardedToOrigin: Forwarded;
}
interface Forwarded {
  readonly HeadersConfig: { readonly HeaderBehavior: string; readonly Headers: string[] };
  readonly CookiesConfig: object;
  readonly QueryStringsConfig: object;
}
interface Answered {
  readonly SecurityHeadersConfig: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly CustomHeadersConfig: object;
  readonly CorsConfig?: object;
}
interface Rule {
  readonly Name: string;
  readonly Statement: {
    readonly ManagedRuleGroupStatement?: { readonly RuleActionOverrides?: readonly object[] };
    readonly RateBasedStatement: { readonly Limit: number; readonly ScopeDownStatement?: unknown };
  };
}
