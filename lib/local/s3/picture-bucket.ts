import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";

/** Makes the bucket of pictures on whatever S3 the SDK's own variables name, unless it is there and ours. */
export async function ensurePictureBucket(Bucket: string): Promise<void> {
  const s3 = new S3Client({ forcePathStyle: true });
  try {
    await s3.send(new CreateBucketCommand({ Bucket }));
  } catch (error) {
    if ((error as Error).name !== "BucketAlreadyOwnedByYou") throw error;
  } finally {
    s3.destroy();
  }
}
