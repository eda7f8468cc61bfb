import { Stack, type StackProps } from "aws-cdk-lib";
import { CfnWebACL } from "aws-cdk-lib/aws-wafv2";
import type { Construct } from "constructs";
import { oidcPaths } from "../../../functions/contract/oidc.ts";

/**
 * Rules of the common set that would refuse what our own limits take: they count only. A password may hold `<script`, and a
 * roster file is large; the API bounds a body at 64 KB itself and says so (T28), and text is never rendered as markup (T23). A county
 * that answers by OpenID 2.0 sends the browser back with more than the 2,048 bytes of query that the set allows; the API takes
 * 12,000 on that one route and none elsewhere (T22).
 *
 * Applications call the OpenID provider from servers of all kinds: some name no user agent, and one that is being built answers at
 * 127.0.0.1, which the set takes for a remote file (nothing here fetches an address that a request names). A browser between two
 * applications holds sealed requests of both in its cookies.
 *
 * A picture is sent as it is, and its bytes hold a `../` by chance now and then; nothing here opens a file by a name from a body.
 */
const countedOnly = [
  "CrossSiteScripting_BODY",
  "SizeRestrictions_BODY",
  "SizeRestrictions_QUERYSTRING",
  "SizeRestrictions_Cookie_HEADER",
  "NoUserAgent_HEADER",
  "GenericRFI_QUERYARGUMENTS",
  "GenericRFI_BODY",
  "GenericLFI_BODY",
];

/**
 * Requests of one address in five minutes. A school is one address (NAT): 35 classes of 30 pupils that sign in during one
 * lesson make 1,050 people × about 25 requests ≈ 26,000, of which 8 each, 8,400, reach the API. Above that it is no school. GOV.UK One
 * Login allows 25,000 pages. Fine limits are the functions' own, which know a school's ranges (T02, T05, T12).
 *
 * An application is one address too: 120 people a second, Cognito's quota, make three calls each from its server, 108,000 in five minutes.
 * They are counted apart and in nothing else.
 */
const perAddress = { people: 30_000, api: 10_000, applications: 120_000 };

/** What the servers of applications call, not people's browsers. */
const calledByServers = [oidcPaths.token, oidcPaths.userinfo, oidcPaths.revocation, "/moeresource/"];

/** The web ACL of the site's edge: CloudFront takes it from us-east-1 only. */
export class FirewallStack extends Stack {
  readonly webAclArn: string;

  constructor(scope: Construct, id: string, props: StackProps & { aclName: string }) {
    super(scope, id, { ...props, description: "Web ACL of the site" });
    const rules = [
      managed("AWSManagedRulesAmazonIpReputationList"),
      managed("AWSManagedRulesKnownBadInputsRuleSet"),
      managed("AWSManagedRulesCommonRuleSet", countedOnly),
      perAddressRule("people-per-address", perAddress.people, { notStatement: { statement: under(calledByServers) } }),
      perAddressRule("api-per-address", perAddress.api, under(["/api/"])),
      perAddressRule("applications-per-address", perAddress.applications, under(calledByServers)),
    ];
    const acl = new CfnWebACL(this, "web-acl", {
      name: props.aclName,
      scope: "CLOUDFRONT",
      defaultAction: { allow: {} },
      rules: rules.map((rule, priority) => ({ ...rule, priority })),
      visibilityConfig: visibility(props.aclName),
    });
    this.webAclArn = acl.attrArn;
  }
}

type Rule = Omit<CfnWebACL.RuleProperty, "priority">;

function managed(name: string, counted: readonly string[] = []): Rule {
  return {
    name,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: "AWS",
        name,
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: visibility(name),
  };
}

/** Requests to a path that begins with one of these. */
function under(paths: readonly string[]): CfnWebACL.StatementProperty {
  const statements = paths.map((searchString) => ({
    byteMatchStatement: {
      fieldToMatch: { uriPath: {} },
      positionalConstraint: "STARTS_WITH",
      searchString,
      textTransformations: [{ priority: 0, type: "NONE" }],
    },
  }));
  // AWS takes no "or" of one.
  return statements[1] === undefined ? { ...statements[0] } : { orStatement: { statements } };
}

function perAddressRule(name: string, limit: number, scopeDownStatement: CfnWebACL.StatementProperty): Rule {
  return {
    name,
    action: { block: { customResponse: { responseCode: 429 } } },
    statement: {
      rateBasedStatement: {
        aggregateKeyType: "IP",
        evaluationWindowSec: 300,
        limit,
        scopeDownStatement,
      },
    },
    visibilityConfig: visibility(name),
  };
}

/** Metrics yes, samples no: a sampled request shows its address and cookies. */
function visibility(metricName: string): CfnWebACL.VisibilityConfigProperty {
  return { metricName, cloudWatchMetricsEnabled: true, sampledRequestsEnabled: false };
}
