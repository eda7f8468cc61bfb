import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Asset } from "aws-cdk-lib/aws-s3-assets";
import type { ISource } from "aws-cdk-lib/aws-s3-deployment";
import { Construct } from "constructs";
import { feedFiles } from "../../build/notices/feeds.ts";
import { readNotices } from "../../build/notices/read-notices.ts";

/** Stands in the files for the site's address, which without a domain is not known before CloudFront makes one up. */
const placeholder = "https://site-origin.invalid";

/** The feeds of 最新消息 with this stage's addresses in them: the upload puts the site's origin in the place of the placeholder. */
export class FeedFiles extends Construct {
  readonly asset: Asset;
  readonly source: ISource;

  /** @throws NoticeError when a notice cannot be published */
  constructor(scope: Construct, id: string, props: { siteOrigin: string }) {
    super(scope, id);
    const folder = mkdtempSync(join(tmpdir(), "feeds-"));
    try {
      for (const [path, text] of feedFiles(readNotices(), placeholder)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      this.asset = new Asset(this, "files", { path: folder });
    } finally {
      rmSync(folder, { recursive: true });
    }
    const { bucket, s3ObjectKey: zipObjectKey } = this.asset;
    this.source = { bind: () => ({ bucket, zipObjectKey, markers: { [placeholder]: props.siteOrigin } }) };
  }
}
