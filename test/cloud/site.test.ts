import { readdirSync, readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { describe, expect, test } from "vitest";
import { type Route, routes } from "../../functions/contract/routes.ts";
import { siteHeaders } from "../../functions/contract/site-headers.ts";
import { refuseOutsideEdge } from "../../functions/http/guards.ts";
import { dev, everythingSet, synthesise } from "./synthesised.ts";

const cloud = synthesise(dev);
const full = synthesise(everythingSet);

interface Behaviour {
  PathPattern?: string;
  TargetOriginId: string;
  AllowedMethods?: string[];
  CachePolicyId: string;
  OriginRequestPolicyId?: { Ref: string };
  ResponseHeadersPolicyId: { Ref: string };
  ViewerProtocolPolicy: string;
  FunctionAssociations?: unknown[];
}
interface Origin {
  Id: string;
  DomainName: unknown;
  S3OriginConfig?: object;
  OriginAccessControlId?: object;
  CustomOriginConfig?: object;
  OriginCustomHeaders?: { HeaderName: string; HeaderValue: unknown }[];
}
interface Distribution {
  CacheBehaviors: Behaviour[];
  DefaultCacheBehavior: Behaviour;
  Origins: Origin[];
  ViewerCertificate?: object;
  Aliases?: string[];
  WebACLId: unknown;
}
const distributionOf = (made: typeof cloud) =>
  made.one("site", "AWS::CloudFront::Distribution").Properties.DistributionConfig as Distribution;
const distribution = distributionOf(cloud);
const behaviours = [distribution.DefaultCacheBehavior, ...distribution.CacheBehaviors];
const behaviour = (path: string) => behaviours.find(({ PathPattern = "*" }) => PathPattern === path) as Behaviour;
const originOf = ({ TargetOriginId }: Behaviour) =>
  distribution.Origins.find(({ Id }) => Id === TargetOriginId) as Origin;

describe("headers (T50)", () => {
  test.each(["*", "/api/*", "/api/openapi.json"])(
    "%s is answered with every header of the contract, whatever the origin says",
    (path) => {
      const policy =
        cloud.resources("site")[behaviour(path).ResponseHeadersPolicyId.Ref]?.Properties.ResponseHeadersPolicyConfig;
      const { SecurityHeadersConfig: made } = policy as {
        SecurityHeadersConfig: Record<string, Record<string, unknown>>;
      };
      expect({
        "content-security-policy": made.ContentSecurityPolicy?.ContentSecurityPolicy,
        "strict-transport-security": `max-age=${made.StrictTransportSecurity?.AccessControlMaxAgeSec}; ${made.StrictTransportSecurity?.IncludeSubdomains ? "includeSubDomains" : ""}`,
        "x-content-type-options": made.ContentTypeOptions && "nosniff",
        "x-frame-options": made.FrameOptions?.FrameOption,
        "referrer-policy": made.ReferrerPolicy?.ReferrerPolicy,
      }).toEqual(siteHeaders);
      for (const { Override } of Object.values(made)) expect(Override).toBe(true);
      expect(Number(made.StrictTransportSecurity?.AccessControlMaxAgeSec)).toBeGreaterThanOrEqual(365 * 24 * 60 * 60);
    },
  );

  test("no answer of the API is kept, not even the gateway's own errors", () => {
    const policy =
      cloud.resources("site")[behaviour("/api/*").ResponseHeadersPolicyId.Ref]?.Properties.ResponseHeadersPolicyConfig;
    expect(policy).toMatchObject({
      CustomHeadersConfig: { Items: [{ Header: "cache-control", Value: "no-store", Override: true }] },
    });
    const cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
    expect(behaviour("/api/*").CachePolicyId).toBe(cachingDisabled);
  });
});

describe("the edge before the API (T29)", () => {
  const [header] = originOf(behaviour("/api/*")).OriginCustomHeaders ?? [];

  test("the functions take a request with the header that the edge adds, and no other", () => {
    const secret = "an edge secret of this test";
    const event = (headers: Record<string, string>) => ({ headers }) as unknown as APIGatewayProxyEventV2;
    expect(() => refuseOutsideEdge(event({ [header?.HeaderName ?? ""]: secret }), secret)).not.toThrow();
    expect(() => refuseOutsideEdge(event({}), secret)).toThrow();
  });

  test("CloudFront takes the header's name: it refuses x-edge-… and x-amz-…", () => {
    expect(header?.HeaderName).not.toMatch(/^x-(edge|amz)-/i);
    expect(cloud.meaning("site", header?.HeaderValue)).toMatch(/^\{\{resolve:secretsmanager:.*:SecretString:::\}\}$/);
  });

  test("the API gets who connected to the edge, and nothing that a client may say of it", () => {
    const policy = cloud.resources("site")[behaviour("/api/*").OriginRequestPolicyId?.Ref ?? ""]?.Properties
      .OriginRequestPolicyConfig as {
      HeadersConfig: { HeaderBehavior: string; Headers: string[] };
      CookiesConfig: object;
    };
    const names = policy.HeadersConfig.Headers.map((name) => name.toLowerCase());
    expect(policy.HeadersConfig.HeaderBehavior).toBe("whitelist");
    expect(names).toContain("cloudfront-viewer-address");
    expect(names.filter((name) => /forwarded|real-ip|^host$/.test(name))).toEqual([]);
    expect(names.length).toBeLessThanOrEqual(10);
  });

  test("every header that a function reads is forwarded, or added by the edge", () => {
    const read = ["api.ts", "body.ts", "client.ts", "guards.ts"].flatMap((file) =>
      [
        ...readFileSync(`functions/http/${file}`, "utf8").matchAll(
          /(?<![-\w])headers(?:\["([a-z-]+)"\]|\.([a-z]+)\b)/g,
        ),
      ].map(([, quoted, plain]) => quoted ?? plain),
    );
    const { Headers } = (
      cloud.one("site", "AWS::CloudFront::OriginRequestPolicy").Properties.OriginRequestPolicyConfig as {
        HeadersConfig: { Headers: string[] };
      }
    ).HeadersConfig;
    const given = [...Headers.map((name) => name.toLowerCase()), header?.HeaderName];
    expect(read.length).toBeGreaterThan(3);
    expect(read.filter((name) => !given.includes(name))).toEqual([]);
  });

  test("TLS 1.2 on both sides, every method to the API, and reading only for files", () => {
    expect(originOf(behaviour("/api/*")).CustomOriginConfig).toEqual({
      OriginProtocolPolicy: "https-only",
      OriginSSLProtocols: ["TLSv1.2"],
    });
    expect(behaviour("/api/*").AllowedMethods).toContain("POST");
    expect(behaviour("*").AllowedMethods).toBeUndefined();
    expect(distributionOf(full)).toMatchObject({
      Aliases: ["account.example.com"],
      ViewerCertificate: { MinimumProtocolVersion: "TLSv1.2_2021" },
    });
  });

  test("requests over the stage's rate are turned away, and what is logged of the others is not about a person (REL 1)", () => {
    const stage = cloud.one("site", "AWS::ApiGatewayV2::Stage");
    expect(stage.Properties.DefaultRouteSettings).toEqual({
      ThrottlingBurstLimit: dev.throttle.burst,
      ThrottlingRateLimit: dev.throttle.rate,
    });
    const { Format } = stage.Properties.AccessLogSettings as { Format: string };
    expect(Format).toContain("$context.requestId");
    expect(Format).not.toMatch(/sourceIp|userAgent|identity|path|querystring/i);
  });
});

describe("what another site hands over (T33)", () => {
  test("a county's query and its form reach the function whole", () => {
    const { OriginRequestPolicyConfig: policy } = cloud.one("site", "AWS::CloudFront::OriginRequestPolicy")
      .Properties as { OriginRequestPolicyConfig: Record<string, unknown> };
    expect(policy.QueryStringsConfig).toEqual({ QueryStringBehavior: "all" });
    expect((policy.HeadersConfig as { Headers: string[] }).Headers).toContain("Content-Type");
    expect(behaviour("/api/*").AllowedMethods).toEqual(expect.arrayContaining(["GET", "POST"]));
    const paths = distribution.CacheBehaviors.map(({ PathPattern = "" }) => PathPattern);
    for (const [key, { handsOver }] of Object.entries(routes) as [string, Route][]) {
      const first = paths.find((pattern) =>
        new RegExp(`^${pattern.replace("*", ".*")}$`).test(key.split(" ")[1] ?? ""),
      );
      if (handsOver) expect([key, first]).toEqual([key, "/api/*"]);
    }
  });

  test("no log of ours keeps it: it holds a code, or a name and the hash of an ID (T49)", () => {
    expect(distribution).not.toHaveProperty("Logging");
    const { RecordFields } = cloud.one("edgeLog", "AWS::Logs::Delivery").Properties as { RecordFields: string[] };
    expect(RecordFields).toEqual(expect.arrayContaining(["date", "time", "c-ip", "cs-uri-stem", "sc-status"]));
    expect(RecordFields.filter((field) => /query|cookie|referer|forwarded/i.test(field))).toEqual([]);
    expect(cloud.ofType("firewall", "AWS::WAFv2::LoggingConfiguration")).toEqual([]);
    expect(JSON.stringify(cloud.resources("firewall"))).not.toContain('"SampledRequestsEnabled":true');
  });

  test("the firewall lets an OpenID 2.0 answer through, which is longer than its 2,048 bytes of query", () => {
    const rules = JSON.stringify(cloud.one("firewall", "AWS::WAFv2::WebACL").Properties.Rules);
    expect(rules).toContain('{"ActionToUse":{"Count":{}},"Name":"SizeRestrictions_QUERYSTRING"}');
  });
});

describe("the edge's access log", () => {
  test.each([
    ["dev", cloud],
    ["everything set", full],
  ])("%s: goes to the stage's bucket, where only deliveries of this account may write", (_, made) => {
    const source = made.one("edgeLog", "AWS::Logs::DeliverySource").Properties;
    expect(source.LogType).toBe("ACCESS_LOGS");
    expect(made.app.synth().stacks.find(({ id }) => id.endsWith("-edge-log"))?.environment.region).toBe("us-east-1");
    const policies = JSON.stringify(made.ofType("site", "AWS::S3::BucketPolicy"));
    expect(policies).toContain('"Service":"delivery.logs.amazonaws.com"');
    expect(policies).toContain("aws:SourceAccount");
  });
});

describe("pages", () => {
  test("the site's files come from a bucket that only the edge can read, over TLS", () => {
    expect(originOf(behaviour("*"))).toMatchObject({
      OriginAccessControlId: {},
      S3OriginConfig: { OriginAccessIdentity: "" },
    });
    for (const [, { Properties }] of cloud.ofType("site", "AWS::S3::Bucket")) {
      expect(Properties.PublicAccessBlockConfiguration).toEqual({
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      });
      expect(Properties.BucketEncryption).toBeDefined();
    }
    const readers = cloud.ofType("site", "AWS::S3::BucketPolicy").flatMap(([, { Properties }]) =>
      (
        Properties.PolicyDocument as {
          Statement: { Effect: string; Action: string; Principal: { Service?: string } }[];
        }
      ).Statement.filter(({ Effect, Action }) => Effect === "Allow" && Action === "s3:GetObject"),
    );
    expect(readers.map(({ Principal }) => Principal)).toEqual([{ Service: "cloudfront.amazonaws.com" }]);
  });

  test("the OpenAPI document is a file, found before the API", () => {
    const paths = distribution.CacheBehaviors.map(({ PathPattern }) => PathPattern);
    expect(paths.slice(0, 3)).toEqual(["/api/openapi.json", "/api/pictures/*", "/api/*"]);
    expect(originOf(behaviour("/api/openapi.json"))).toBe(originOf(behaviour("*")));
  });

  test.each([
    ["/", "/index.html"],
    ["/sign-in", "/index.html"],
    ["/apply/school/", "/index.html"],
    ["/consent/V1StGXR8_Z5jdHi6B-myT", "/index.html"],
    ["/assets/index-Ab12.js", "/assets/index-Ab12.js"],
    ["/favicon.svg", "/favicon.svg"],
  ])("the address %s is answered with %s", (uri, served) => {
    const { handler } = runInNewContext(`${readFileSync("lib/cloud/constructs/page-paths.js", "utf8")}; ({ handler })`);
    expect(handler({ request: { uri } }).uri).toBe(served);
  });

  test("the API's own 403 and 404 reach the page as they are", () => {
    expect(distribution).not.toHaveProperty("CustomErrorResponses");
    expect(behaviour("/api/*").FunctionAssociations).toBeUndefined();
  });

  test("files with a hash in their name are kept for ever, documents asked for again", () => {
    const uploads = cloud.ofType("pages", "Custom::CDKBucketDeployment").map(([, { Properties }]) => Properties);
    const ofTheSite = uploads.filter(({ SourceMarkers }) => JSON.stringify(SourceMarkers ?? [{}]) === "[{}]");
    expect(ofTheSite).toMatchObject([
      {
        Include: ["assets/*"],
        SystemMetadata: { "cache-control": "public, max-age=31536000, immutable" },
        Prune: false,
      },
      { Exclude: ["assets/*"], SystemMetadata: { "cache-control": "no-cache" }, Prune: false },
    ]);
  });

  test("/local/* does not exist in the cloud: its files are not uploaded", () => {
    const trees = readdirSync(cloud.app.outdir, { recursive: true }).map(String);
    expect(trees.filter((path) => path.endsWith("index.html"))).not.toEqual([]);
    expect(trees.filter((path) => /(^|\/)(local|\.vite)(\/|$)/.test(path))).toEqual([]);
  });
});

describe("pictures of people (M20)", () => {
  const shown = behaviour("/api/pictures/*");

  test("depend on nothing but their address, come through the edge as the API does, and are read only", () => {
    expect(originOf(shown)).toBe(originOf(behaviour("/api/*")));
    expect(shown.AllowedMethods).toBeUndefined();
    expect(shown).not.toHaveProperty("OriginRequestPolicyId");
    const { Ref } = shown.CachePolicyId as unknown as { Ref: string };
    expect(cloud.resources("site")[Ref]?.Properties.CachePolicyConfig).toMatchObject({
      // What was taken away is in no edge an hour later.
      MaxTTL: 3_600,
      ParametersInCacheKeyAndForwardedToOrigin: {
        CookiesConfig: { CookieBehavior: "none" },
        HeadersConfig: { HeaderBehavior: "none" },
        QueryStringsConfig: { QueryStringBehavior: "none" },
      },
    });
  });

  test("say themselves that they may be kept and may do nothing; what says nothing may not be kept", () => {
    const policy = cloud.resources("site")[shown.ResponseHeadersPolicyId.Ref]?.Properties.ResponseHeadersPolicyConfig;
    expect(policy).toMatchObject({
      SecurityHeadersConfig: { ContentSecurityPolicy: { Override: false }, ContentTypeOptions: { Override: true } },
      CustomHeadersConfig: { Items: [{ Header: "cache-control", Value: "no-store", Override: false }] },
    });
  });
});

describe("firewall", () => {
  const acl = cloud.one("firewall", "AWS::WAFv2::WebACL");
  const rules = acl.Properties.Rules as { Name: string; Statement: { RateBasedStatement?: { Limit: number } } }[];

  test("it stands before the edge", () => {
    expect(acl.Properties.Scope).toBe("CLOUDFRONT");
    expect(cloud.meaning("site", distribution.WebACLId)).toContain("CrossRegionExportReader");
    expect(full.meaning("site", distributionOf(full).WebACLId)).toContain("AWS::WAFv2::WebACL");
  });

  test("known attacks are refused; a class that signs in behind one address is not (T02)", () => {
    expect(rules.map(({ Name }) => Name)).toEqual([
      "AWSManagedRulesAmazonIpReputationList",
      "AWSManagedRulesKnownBadInputsRuleSet",
      "AWSManagedRulesCommonRuleSet",
      "people-per-address",
      "api-per-address",
      "applications-per-address",
    ]);
    const [pupils, requests, ofThemApi] = [35 * 30, 25, 8];
    const limits = rules.flatMap(({ Statement }) => Statement.RateBasedStatement?.Limit ?? []);
    expect(limits[0]).toBeGreaterThan(pupils * requests);
    expect(limits[1]).toBeGreaterThan(pupils * ofThemApi);
  });
});

describe("one origin", () => {
  test("without a domain the functions learn the address that CloudFront made up", () => {
    const origins = cloud.ofType("api", "AWS::Lambda::Function").map(([, { Properties }]) => {
      const { Variables } = Properties.Environment as { Variables: { SITE_ORIGIN: unknown } };
      return cloud.meaning("api", Variables.SITE_ORIGIN);
    });
    expect(new Set(origins)).toEqual(new Set(["https://AWS::CloudFront::Distribution distribution114A0A2A"]));
  });
});
