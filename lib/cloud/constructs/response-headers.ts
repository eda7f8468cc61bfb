import { Duration } from "aws-cdk-lib";
import { type HeadersFrameOption, type HeadersReferrerPolicy, ResponseHeadersPolicy } from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import { siteHeaders } from "../../../functions/contract/site-headers.ts";

/**
 * The contract's headers over whatever an origin says, which for the API also forbids keeping the answer, the gateway's own errors
 * included (T50). The provider says itself which answer may be kept, and what its few pages may load and tell: there the contract's
 * word stands where it says nothing; likewise at pictures of people, which are the same for good and may do nothing as a page. CORS is
 * nobody's but the provider's. CloudFront has a field of its own for each security header and takes none of them as a free one.
 */
export function responseHeaders(
  scope: Construct,
  id: string,
  { name, of }: { name: string; of: "pages" | "api" | "provider" | "pictures" },
): ResponseHeadersPolicy {
  const transport = siteHeaders["strict-transport-security"];
  const override = of === "pages" || of === "api";
  return new ResponseHeadersPolicy(scope, id, {
    responseHeadersPolicyName: name,
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: siteHeaders["content-security-policy"], override },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: siteHeaders["x-frame-options"] as HeadersFrameOption, override: true },
      referrerPolicy: { referrerPolicy: siteHeaders["referrer-policy"] as HeadersReferrerPolicy, override },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(Number(/max-age=(\d+)/.exec(transport)?.[1])),
        includeSubdomains: transport.includes("includeSubDomains"),
        override: true,
      },
    },
    ...(of !== "pages" && {
      customHeadersBehavior: { customHeaders: [{ header: "cache-control", value: "no-store", override }] },
    }),
  });
}
