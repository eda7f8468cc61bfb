import { fileURLToPath } from "node:url";
import { CfnOutput, Duration, Stack, type StackProps } from "aws-cdk-lib";
import { Certificate } from "aws-cdk-lib/aws-certificatemanager";
import * as cloudfront from "aws-cdk-lib/aws-cloudfront";
import { HttpOrigin, S3BucketOrigin } from "aws-cdk-lib/aws-cloudfront-origins";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { Secret } from "aws-cdk-lib/aws-secretsmanager";
import type { Construct } from "constructs";
import {
  edgeSecretHeader,
  forwardedHeaders,
  forwardedToProvider,
  keyHeaders,
} from "../../../functions/contract/edge-headers.ts";
import { oidcRoutes } from "../../../functions/contract/oidc.ts";
import { accept } from "../constructs/accept.ts";
import { accessLogBucket } from "../constructs/access-log-bucket.ts";
import { edgeSecret } from "../constructs/edge-secret.ts";
import { FrontDoor } from "../constructs/front-door.ts";
import { PageBucket } from "../constructs/page-bucket.ts";
import { responseHeaders } from "../constructs/response-headers.ts";
import type { StageSettings } from "../stages.ts";

/** `/oidc/*` and the others of the contract, each once. */
const providerPaths = new Set(oidcRoutes.map((route) => (route.split(" ")[1] ?? "").replace(/\{.*/, "*")));

/**
 * The one origin people meet (architecture decision 3): CloudFront before the pages in S3 and the door of the API. The door is
 * here and its routes are in the API stack, because the functions must know the site's address, which CloudFront makes up
 * when the stage has no domain.
 */
export class SiteStack extends Stack {
  readonly door: FrontDoor;
  readonly edgeSecret: Secret;
  readonly pages: PageBucket;
  readonly distribution: cloudfront.Distribution;
  readonly logs: IBucket;
  /** `https://…`, without a path. */
  readonly origin: string;

  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { stage: StageSettings; prefix: string; webAclArn: string },
  ) {
    super(scope, id, { ...props, description: "The site's edge, its pages' bucket and the API's door" });
    const { stage, prefix, webAclArn } = props;
    this.door = new FrontDoor(this, "door", { apiName: prefix, stage, region: this.region });
    this.edgeSecret = edgeSecret(this, stage.edgeSecretGeneration);
    this.logs = accessLogBucket(this, stage);
    this.pages = new PageBucket(this, "pages", { logs: this.logs });
    this.distribution = this.distribute({ stage, prefix, webAclArn });
    this.origin = `https://${stage.domain?.name ?? this.distribution.distributionDomainName}`;
    new CfnOutput(this, "address", { value: this.origin });
    new CfnOutput(this, "points-to", {
      value: this.distribution.distributionDomainName,
      description: "Target of the domain's CNAME",
    });
  }

  private distribute(parts: { stage: StageSettings; prefix: string; webAclArn: string }): cloudfront.Distribution {
    const { stage, prefix, webAclArn } = parts;
    const files = {
      origin: S3BucketOrigin.withOriginAccessControl(this.pages.bucket),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy: cloudfront.CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: responseHeaders(this, "page-headers", { name: `${prefix}-pages`, of: "pages" }),
    };
    const api = this.api(prefix);
    const provider = { ...api, ...this.toProvider(prefix) };
    const distribution = new cloudfront.Distribution(this, "distribution", {
      comment: prefix,
      defaultRootObject: "index.html",
      defaultBehavior: { ...files, functionAssociations: [this.pagePaths(prefix)] },
      additionalBehaviors: {
        "/api/openapi.json": files,
        "/api/pictures/*": this.toPictures(prefix, api),
        "/api/*": api,
        ...Object.fromEntries([...providerPaths].map((path) => [path, provider])),
      },
      httpVersion: cloudfront.HttpVersion.HTTP2_AND_3,
      webAclId: webAclArn,
      ...(stage.domain && {
        minimumProtocolVersion: cloudfront.SecurityPolicyProtocol.TLS_V1_2_2021,
        domainNames: [stage.domain.name],
        certificate: Certificate.fromCertificateArn(this, "certificate", stage.domain.certificateArn),
      }),
    });
    accept(distribution, {
      "AwsSolutions-CFR1":
        "Pupils, parents and teachers also sign in from abroad; what a country may not do is send SMS (T12), and that is the functions' rule.",
      "AwsSolutions-CFR3":
        "It is logged, by the delivery of the stack edge-log and not by a setting of the distribution, whose log would keep the query: a county answers there.",
      ...(stage.domain === undefined && {
        "AwsSolutions-CFR4":
          "CloudFront's own name comes with CloudFront's own certificate and protocols; a stage for real people sets `domain`, and this no longer applies.",
      }),
    });
    return distribution;
  }

  /** Never cached: every answer is a person's own. */
  private api(prefix: string): cloudfront.BehaviorOptions {
    return {
      origin: new HttpOrigin(this.door.host, {
        protocolPolicy: cloudfront.OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [cloudfront.OriginSslPolicy.TLS_V1_2],
        // The reference is resolved when CloudFormation deploys: the template holds no secret.
        customHeaders: { [edgeSecretHeader]: this.edgeSecret.secretValue.unsafeUnwrap() },
      }),
      viewerProtocolPolicy: cloudfront.ViewerProtocolPolicy.HTTPS_ONLY,
      allowedMethods: cloudfront.AllowedMethods.ALLOW_ALL,
      cachePolicy: cloudfront.CachePolicy.CACHING_DISABLED,
      originRequestPolicy: this.forwards("to-api", `${prefix}-api`, forwardedHeaders),
      responseHeadersPolicy: responseHeaders(this, "api-headers", { name: `${prefix}-api`, of: "api" }),
    };
  }

  /**
   * To the OpenID provider `Authorization` must pass, and CloudFront passes it only in a cache key (`keyHeaders`), which it refuses where
   * no answer can be kept: so here one may, for a second, if it says so itself (discovery and keys do). With everything that an answer
   * depends on in the key, an answer to one person is none to another, even if one forgot to say `no-store`.
   */
  private toProvider(prefix: string): Partial<cloudfront.BehaviorOptions> {
    return {
      cachePolicy: new cloudfront.CachePolicy(this, "provider-key", {
        cachePolicyName: `${prefix}-provider`,
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.seconds(1),
        headerBehavior: cloudfront.CacheHeaderBehavior.allowList(...keyHeaders),
        cookieBehavior: cloudfront.CacheCookieBehavior.all(),
        queryStringBehavior: cloudfront.CacheQueryStringBehavior.all(),
      }),
      originRequestPolicy: this.forwards("to-provider", `${prefix}-provider`, forwardedToProvider),
      responseHeadersPolicy: responseHeaders(this, "provider-headers", { name: `${prefix}-provider`, of: "provider" }),
    };
  }

  /**
   * Pictures of people: whoever knows the address is shown one, so an answer depends on nothing but the path, and nothing else reaches the
   * function. The same address always gives the same bytes, and a browser keeps them for good; the edge for an hour at most, so that one
   * that was taken away is soon nobody's any more.
   */
  private toPictures(prefix: string, { origin, viewerProtocolPolicy }: cloudfront.BehaviorOptions) {
    return {
      origin,
      ...(viewerProtocolPolicy && { viewerProtocolPolicy }),
      cachePolicy: new cloudfront.CachePolicy(this, "pictures-key", {
        cachePolicyName: `${prefix}-pictures`,
        minTtl: Duration.seconds(0),
        defaultTtl: Duration.seconds(0),
        maxTtl: Duration.hours(1),
        headerBehavior: cloudfront.CacheHeaderBehavior.none(),
        cookieBehavior: cloudfront.CacheCookieBehavior.none(),
        queryStringBehavior: cloudfront.CacheQueryStringBehavior.none(),
      }),
      responseHeadersPolicy: responseHeaders(this, "picture-headers", { name: `${prefix}-pictures`, of: "pictures" }),
    };
  }

  /** These headers, every cookie and the whole query. */
  private forwards(id: string, name: string, headers: readonly string[]): cloudfront.OriginRequestPolicy {
    return new cloudfront.OriginRequestPolicy(this, id, {
      originRequestPolicyName: name,
      headerBehavior: cloudfront.OriginRequestHeaderBehavior.allowList(...headers),
      cookieBehavior: cloudfront.OriginRequestCookieBehavior.all(),
      queryStringBehavior: cloudfront.OriginRequestQueryStringBehavior.all(),
    });
  }

  private pagePaths(prefix: string): cloudfront.FunctionAssociation {
    return {
      eventType: cloudfront.FunctionEventType.VIEWER_REQUEST,
      function: new cloudfront.Function(this, "page-paths", {
        functionName: `${prefix}-page-paths`,
        runtime: cloudfront.FunctionRuntime.JS_2_0,
        code: cloudfront.FunctionCode.fromFile({
          filePath: fileURLToPath(new URL("../constructs/page-paths.js", import.meta.url)),
        }),
      }),
    };
  }
}
