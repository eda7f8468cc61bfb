import type { S3Client } from "@aws-sdk/client-s3";
import type { Pictures } from "../ports/pictures.ts";
import { patience } from "./dynamo.ts";

/** Ids as `Ids.id` makes them: nothing else is ever a key. */
const idShape = /^[\w-]{22}$/;

/**
 * Pictures in a bucket, one object `<id>` each. The SDK's client for S3 is loaded at the first call: it stays out of the cold start of who
 * needs it now and then.
 */
export function s3Pictures({ bucket: Bucket }: { readonly bucket: string }): Pictures {
  let made: Promise<{ s3: typeof import("@aws-sdk/client-s3"); client: S3Client }> | undefined;
  const at = (id: string) => {
    if (!idShape.test(id)) throw new Error("this is no id of a picture");
    return { Bucket, Key: id };
  };
  const open = () => {
    made ??= import("@aws-sdk/client-s3").then((s3) => ({
      s3,
      // Buckets as a part of the path: AWS takes both ways, a stand-in at an address of this machine only this one.
      client: new s3.S3Client({ maxAttempts: 3, requestHandler: patience, forcePathStyle: true }),
    }));
    return made;
  };

  return {
    async find(id) {
      if (!idShape.test(id)) return undefined;
      const { s3, client } = await open();
      try {
        const { Body } = await client.send(new s3.GetObjectCommand(at(id)));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (isNotThere(error)) return undefined;
        throw error;
      }
    },
    async put(id, bytes) {
      const { s3, client } = await open();
      await client.send(new s3.PutObjectCommand({ ...at(id), Body: bytes, ContentType: "image/webp" }));
    },
    async remove(id) {
      const { s3, client } = await open();
      await client.send(new s3.DeleteObjectCommand(at(id)));
    },
  };
}

/**
 * Who may not list a bucket is told 403 of an object that is not there, and nobody may list this one:
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
const isNotThere = (error: unknown): boolean => ["NoSuchKey", "AccessDenied"].includes((error as Error)?.name);
