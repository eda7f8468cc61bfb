import { Stack, type StackProps } from "aws-cdk-lib";
import type { IDistribution } from "aws-cdk-lib/aws-cloudfront";
import { CfnDelivery, CfnDeliveryDestination, CfnDeliverySource } from "aws-cdk-lib/aws-logs";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";

/**
 * What the edge notes of a request: who asked for which path, and what came of it. Neither the query nor the page before: a county
 * sends the browser back with a code, or with a signed name and ID hash, in the query. Cookies are secrets.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
 */
const noted = [
  "date",
  "time",
  "x-edge-location",
  "c-ip",
  "cs-method",
  "cs-uri-stem",
  "sc-status",
  "sc-bytes",
  "time-taken",
  "cs(User-Agent)",
  "ssl-protocol",
  "x-edge-result-type",
  "x-edge-detailed-result-type",
  "x-edge-request-id",
];

/** Delivers the edge's access log to the stage's log bucket. CloudFront's logs can be set up in us-east-1 only, wherever they go. */
export class EdgeLogStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { prefix: string; distribution: IDistribution; logs: IBucket },
  ) {
    super(scope, id, { ...props, description: "Access log of the site's edge" });
    const { prefix, distribution, logs } = props;
    const source = new CfnDeliverySource(this, "source", {
      name: `${prefix}-edge`,
      logType: "ACCESS_LOGS",
      resourceArn: distribution.distributionArn,
    });
    const destination = new CfnDeliveryDestination(this, "destination", {
      name: `${prefix}-edge`,
      outputFormat: "w3c",
      destinationResourceArn: logs.bucketArn,
    });
    const delivery = new CfnDelivery(this, "delivery", {
      deliverySourceName: source.name,
      deliveryDestinationArn: destination.attrArn,
      recordFields: noted,
    });
    delivery.addResourceDependency(source);
  }
}
