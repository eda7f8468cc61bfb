import { Stack } from "aws-cdk-lib";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { CfnBucket, IBucket } from "aws-cdk-lib/aws-s3";
import { Construct } from "constructs";
import { accept } from "./accept.ts";
import { sealedBucket } from "./sealed-bucket.ts";

/** The bucket of the site's files, and the one role that may write them. */
export class PageBucket extends Construct {
  readonly bucket: IBucket;
  readonly uploader: Role;

  constructor(scope: Construct, id: string, props: { logs: IBucket }) {
    super(scope, id);
    this.bucket = sealedBucket(this, "bucket", {
      serverAccessLogsBucket: props.logs,
      serverAccessLogsPrefix: "pages/",
    });
    const allow = (action: string, resource: string) =>
      new PolicyStatement({ actions: [action], resources: [resource] });
    this.uploader = new Role(this, "uploader", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      inlinePolicies: {
        pages: new PolicyDocument({
          statements: [
            allow("s3:ListBucket", this.bucket.bucketArn),
            allow("s3:PutObject", this.bucket.arnForObjects("*")),
          ],
        }),
      },
    });
    const logicalId = Stack.of(this).getLogicalId(this.bucket.node.defaultChild as CfnBucket);
    accept(this.uploader, {
      [`AwsSolutions-IAM5[Resource::<${logicalId}.Arn>/*]`]:
        "Every file of the site is its to write, in a bucket that holds nothing else; it can neither read nor delete one.",
    });
  }
}
