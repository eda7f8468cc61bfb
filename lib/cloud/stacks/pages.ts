import { existsSync } from "node:fs";
import { join } from "node:path";
import { Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { Policy, PolicyStatement } from "aws-cdk-lib/aws-iam";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import { Asset } from "aws-cdk-lib/aws-s3-assets";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import type { Construct } from "constructs";
import { type FeedFormat, feedTypes } from "../../../functions/contract/notices.ts";
import { accept } from "../constructs/accept.ts";
import { FeedFiles } from "../constructs/feed-files.ts";
import type { PageBucket } from "../constructs/page-bucket.ts";
import type { StageSettings } from "../stages.ts";

/** Vite puts the hash of their content into the names of these. */
const hashed = "assets/*";

/** For trying out on one machine, with its address or for it alone, and Vite's own notes: `/local/*` does not exist in the cloud. */
const notPublished = ["local", ".vite", "news/*.xml"];

/** The site's files, after the API that they call. */
export class PagesStack extends Stack {
  /** @throws when the site is not built */
  constructor(
    scope: Construct,
    id: string,
    props: StackProps & { pages: PageBucket; siteDir: string; siteOrigin: string; stage: StageSettings },
  ) {
    super(scope, id, { ...props, description: "The site's files" });
    const { pages, siteDir, siteOrigin, stage } = props;
    if (!existsSync(join(siteDir, "index.html")))
      throw new Error(`The site is not built: ${siteDir} has no index.html.`);
    const site = new Asset(this, "site", { path: siteDir, exclude: notPublished });
    const logGroup = new LogGroup(this, "log", {
      retention: stage.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const common = {
      destinationBucket: pages.bucket,
      // A page opened before the deployment still asks for its own parts.
      prune: false,
      outputObjectKeys: false,
      logGroup,
      role: pages.uploader.withoutPolicyUpdates(),
    };
    const sources = [Source.bucket(site.bucket, site.s3ObjectKey)];
    // Before the documents that name them.
    const assets = new BucketDeployment(this, "assets", {
      ...common,
      sources,
      exclude: ["*"],
      include: [hashed],
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
    });
    // Asked for again each time and answered 304 if unchanged: no invalidation to wait for, and none to pay.
    const documents = new BucketDeployment(this, "documents", {
      ...common,
      sources,
      exclude: [hashed],
      cacheControl: [CacheControl.noCache()],
    });
    const feeds = new FeedFiles(this, "feeds", { siteOrigin });
    // An upload gives all its files one type.
    for (const format of Object.keys(feedTypes) as FeedFormat[]) {
      const upload = new BucketDeployment(this, format, {
        ...common,
        sources: [feeds.source],
        exclude: ["*"],
        include: [`news/${format}*.xml`],
        contentType: `${feedTypes[format]}; charset=utf-8`,
        cacheControl: [CacheControl.noCache()],
      });
      upload.node.addDependency(documents);
    }
    assets.node.addDependency(this.reads(pages, [site, feeds.asset], logGroup));
    documents.node.addDependency(assets);
    accept(this, {
      "AwsSolutions-L1": "The library's own upload function: its runtime comes with the version of aws-cdk-lib.",
    });
  }

  /**
   * What the uploader needs beside its bucket: these uploads, and a log. The library's own grants (`s3:GetObject*`,
   * `s3:DeleteObject*`, `s3:List*` …) are left out.
   */
  private reads({ uploader }: PageBucket, uploads: readonly Asset[], logGroup: LogGroup): Policy {
    return new Policy(this, "reads", {
      roles: [uploader],
      statements: [
        new PolicyStatement({
          actions: ["s3:GetObject"],
          resources: uploads.map(({ bucket, s3ObjectKey }) => bucket.arnForObjects(s3ObjectKey)),
        }),
        new PolicyStatement({
          actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
          resources: [logGroup.logGroupArn],
        }),
      ],
    });
  }
}
