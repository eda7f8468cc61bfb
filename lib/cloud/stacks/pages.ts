import { existsSync } from "node:fs";
import { join } from "node:path";
import { Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { type IRole, PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import type { IBucket } from "aws-cdk-lib/aws-s3";
import { Asset } from "aws-cdk-lib/aws-s3-assets";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import type { Construct } from "constructs";
import { accept } from "../constructs/accept.ts";
import type { StageSettings } from "../stages.ts";

/** Vite puts the hash of their content into the names of these. */
const hashed = "assets/*";

/** The site's files, after the API that they call. */
export class PagesStack extends Stack {
  /** @throws when the site is not built */
  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { pages: IBucket; siteDir: string; stage: StageSettings },
  ) {
    super(scope, id, { ...props, description: "The site's files" });
    const { pages, siteDir, stage } = props;
    if (!existsSync(join(siteDir, "index.html")))
      throw new Error(`The site is not built: ${siteDir} has no index.html.`);
    const site = new Asset(this, "site", { path: siteDir });
    const logGroup = new LogGroup(this, "log", {
      retention: stage.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const common = {
      sources: [Source.bucket(site.bucket, site.s3ObjectKey)],
      destinationBucket: pages,
      // A page opened before the deployment still asks for its own parts.
      prune: false,
      outputObjectKeys: false,
      logGroup,
      role: this.uploader(site, pages, logGroup),
    };
    // Before the documents that name them.
    const assets = new BucketDeployment(this, "assets", {
      ...common,
      exclude: ["*"],
      include: [hashed],
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
    });
    // Asked for again each time and answered 304 if unchanged: no invalidation to wait for, and none to pay.
    const documents = new BucketDeployment(this, "documents", {
      ...common,
      exclude: [hashed],
      cacheControl: [CacheControl.noCache()],
    });
    documents.node.addDependency(assets);
    accept(this, {
      "AwsSolutions-L1": "The library's own upload function: its runtime comes with the version of aws-cdk-lib.",
    });
  }

  /** Reads this one upload and writes pages; the library's own grants (`s3:GetObject*`, `s3:DeleteObject*`, `s3:List*` …) are left out. */
  private uploader(site: Asset, pages: IBucket, logGroup: LogGroup): IRole {
    const allow = (actions: string[], resource: string) => new PolicyStatement({ actions, resources: [resource] });
    const role = new Role(this, "uploader", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      inlinePolicies: {
        own: new PolicyDocument({
          statements: [
            allow(["logs:CreateLogStream", "logs:PutLogEvents"], logGroup.logGroupArn),
            allow(["s3:GetObject"], site.bucket.arnForObjects(site.s3ObjectKey)),
            allow(["s3:ListBucket"], pages.bucketArn),
            allow(["s3:PutObject"], pages.arnForObjects("*")),
          ],
        }),
      },
    });
    const bucket = Stack.of(pages).getLogicalId(pages.node.defaultChild as never);
    accept(role, {
      [`AwsSolutions-IAM5[Resource::<${bucket}.Arn>/*]`]:
        "Every file of the site is its to write, in a bucket that holds nothing else.",
    });
    return role.withoutPolicyUpdates();
  }
}
