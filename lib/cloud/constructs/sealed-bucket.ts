import { RemovalPolicy } from "aws-cdk-lib";
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, type IBucket } from "aws-cdk-lib/aws-s3";
import type { Construct } from "constructs";

type Free = "blockPublicAccess" | "encryption" | "enforceSSL" | "minimumTLSVersion" | "removalPolicy";

/** A bucket that nobody reaches without TLS 1.2 and nobody outside the account at all; none of that can be left out. */
export function sealedBucket(scope: Construct, id: string, props: Omit<BucketProps, Free>): IBucket {
  // The cast is for `exactOptionalPropertyTypes`: the library's class and its interface differ in `| undefined` only.
  return new Bucket(scope, id, {
    ...props,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    encryption: BucketEncryption.S3_MANAGED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    removalPolicy: RemovalPolicy.RETAIN,
  }) as IBucket;
}
