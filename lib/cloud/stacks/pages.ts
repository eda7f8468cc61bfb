import { existsSync } from "node:fs";
import { join } from "node:path";
import { Duration, Stack, type StackProps } from "aws-cdk-lib";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { BucketDeployment, CacheControl, Source } from "aws-cdk-lib/aws-s3-deployment";
import type { Construct } from "constructs";
import { acceptUploader } from "../constructs/accept-uploader.ts";

/** Vite puts the hash of their content into the names of these. */
const hashed = "assets/*";

/** The site's files, after the API that they call. */
export class PagesStack extends Stack {
  /** @throws when the site is not built */
  constructor(scope: Construct, id: string, props: StackProps & { pages: Bucket; siteDir: string }) {
    super(scope, id, { ...props, description: "The site's files" });
    const { pages, siteDir } = props;
    if (!existsSync(join(siteDir, "index.html")))
      throw new Error(`The site is not built: ${siteDir} has no index.html.`);
    const source = Source.asset(siteDir);
    // Before the documents that name them, and none taken away: a page opened before the deployment still asks for its own.
    const assets = new BucketDeployment(this, "assets", {
      sources: [source],
      destinationBucket: pages,
      exclude: ["*"],
      include: [hashed],
      prune: false,
      cacheControl: [CacheControl.setPublic(), CacheControl.maxAge(Duration.days(365)), CacheControl.immutable()],
    });
    // Asked for again each time and answered 304 if unchanged: no invalidation to wait for, and none to pay.
    const documents = new BucketDeployment(this, "documents", {
      sources: [source],
      destinationBucket: pages,
      exclude: [hashed],
      prune: false,
      cacheControl: [CacheControl.noCache()],
    });
    documents.node.addDependency(assets);
    acceptUploader(this);
  }
}
