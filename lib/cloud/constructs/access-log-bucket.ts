import { Duration, type Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import type { StageSettings } from "../stages.ts";
import { accept } from "./accept.ts";
import { sealedBucket } from "./sealed-bucket.ts";

/** Access logs hold client addresses, which are personal: they go after the stage's log days. */
export function accessLogBucket(stack: Stack, stage: StageSettings): IBucket {
  const bucket = sealedBucket(stack, "access-logs", {
    lifecycleRules: [{ expiration: Duration.days(stage.logRetentionDays) }],
  });
  const { partition, account } = stack;
  // As CloudFront's deliveries ask for it: in the bucket's policy, since the one who sets the delivery up may not change it.
  bucket.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal("delivery.logs.amazonaws.com")],
      actions: ["s3:PutObject"],
      resources: [bucket.arnForObjects("*")],
      conditions: {
        StringEquals: { "aws:SourceAccount": account, "s3:x-amz-acl": "bucket-owner-full-control" },
        ArnLike: { "aws:SourceArn": `arn:${partition}:logs:us-east-1:${account}:delivery-source:*` },
      },
    }),
  );
  accept(bucket, { "AwsSolutions-S1": "It is where the access logs go: logging itself into itself never ends." });
  return bucket;
}
