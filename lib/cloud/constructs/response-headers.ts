import { Duration } from "aws-cdk-lib";
import { HeadersFrameOption, HeadersReferrerPolicy, ResponseHeadersPolicy } from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import { siteHeaders, strictTransportSeconds } from "./site-headers.ts";

const named = ["cross-origin-opener-policy", "cross-origin-resource-policy", "permissions-policy"] as const;

/** The site's headers over whatever an origin says; `noStore` also forbids keeping the answer, gateway's own errors included (T50). */
export function responseHeaders(
  scope: Construct,
  id: string,
  options: { name: string; noStore?: boolean },
): ResponseHeadersPolicy {
  const { name, noStore = false } = options;
  const custom = named.map((header) => ({ header, value: siteHeaders[header], override: true }));
  return new ResponseHeadersPolicy(scope, id, {
    responseHeadersPolicyName: name,
    customHeadersBehavior: {
      customHeaders: noStore ? [...custom, { header: "cache-control", value: "no-store", override: true }] : custom,
    },
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: siteHeaders["content-security-policy"], override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.SAME_ORIGIN, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(strictTransportSeconds),
        includeSubdomains: true,
        override: true,
      },
    },
  });
}
