import { Duration } from "aws-cdk-lib";
import { type HeadersFrameOption, type HeadersReferrerPolicy, ResponseHeadersPolicy } from "aws-cdk-lib/aws-cloudfront";
import type { Construct } from "constructs";
import { siteHeaders } from "../../../functions/contract/site-headers.ts";

/**
 * The contract's headers over whatever an origin says; `noStore` also forbids keeping the answer, the gateway's own errors
 * included (T50). CloudFront has a field of its own for each security header and takes none of them as a free one.
 */
export function responseHeaders(
  scope: Construct,
  id: string,
  { name, noStore = false }: { name: string; noStore?: boolean },
): ResponseHeadersPolicy {
  const transport = siteHeaders["strict-transport-security"];
  return new ResponseHeadersPolicy(scope, id, {
    responseHeadersPolicyName: name,
    securityHeadersBehavior: {
      contentSecurityPolicy: { contentSecurityPolicy: siteHeaders["content-security-policy"], override: true },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: siteHeaders["x-frame-options"] as HeadersFrameOption, override: true },
      referrerPolicy: { referrerPolicy: siteHeaders["referrer-policy"] as HeadersReferrerPolicy, override: true },
      strictTransportSecurity: {
        accessControlMaxAge: Duration.seconds(Number(/max-age=(\d+)/.exec(transport)?.[1])),
        includeSubdomains: transport.includes("includeSubDomains"),
        override: true,
      },
    },
    ...(noStore && {
      customHeadersBehavior: { customHeaders: [{ header: "cache-control", value: "no-store", override: true }] },
    }),
  });
}
