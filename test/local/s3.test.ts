import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { afterAll, describe, expect, it, vi } from "vitest";
import { startS3 } from "../../lib/local/s3/s3.ts";
import { clientOf, temporaryFolder } from "./temporary-folder.ts";

const dataDir = temporaryFolder();
const s3 = await startS3({ dataDir });
const client = new S3Client({ ...clientOf(s3.endpoint), forcePathStyle: true, maxAttempts: 1 });
const Bucket = "some-pictures";
await client.send(new CreateBucketCommand({ Bucket }));
afterAll(async () => {
  client.destroy();
  await s3.stop();
});

const signed = { authorization: "AWS4-HMAC-SHA256 Credential=local" };
const bytes = Uint8Array.from({ length: 300 }, (_, index) => index & 255);
const folder = join(dataDir, "s3", Bucket);

describe("the stand-in for S3", () => {
  it("keeps an object as a file of its owner's only, with nothing beside it, over a restart", async () => {
    await client.send(new PutObjectCommand({ Bucket, Key: "one", Body: bytes }));
    expect(Buffer.compare(await readFile(join(folder, "one")), bytes)).toBe(0);
    expect((await stat(join(folder, "one"))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(["one"]);
    const again = await startS3({ dataDir });
    const other = new S3Client({ ...clientOf(again.endpoint), forcePathStyle: true });
    const { Body } = await other.send(new GetObjectCommand({ Bucket, Key: "one" }));
    expect(Buffer.compare((await Body?.transformToByteArray()) ?? Buffer.alloc(0), bytes)).toBe(0);
    other.destroy();
    await again.stop();
  });

  it("puts one over another whole, removes it, and removes it again", async () => {
    await client.send(new PutObjectCommand({ Bucket, Key: "two", Body: bytes }));
    await client.send(new PutObjectCommand({ Bucket, Key: "two", Body: "short" }));
    expect(await readFile(join(folder, "two"), "utf8")).toBe("short");
    await client.send(new DeleteObjectCommand({ Bucket, Key: "two" }));
    await client.send(new DeleteObjectCommand({ Bucket, Key: "two" }));
    await expect(client.send(new GetObjectCommand({ Bucket, Key: "two" }))).rejects.toMatchObject({
      name: "NoSuchKey",
    });
  });

  it("knows a bucket once it was made, and making it twice changes nothing", async () => {
    const missing = new GetObjectCommand({ Bucket: "other-bucket", Key: "one" });
    await expect(client.send(missing)).rejects.toMatchObject({ name: "NoSuchBucket" });
    await client.send(new PutObjectCommand({ Bucket, Key: "kept", Body: bytes }));
    await client.send(new CreateBucketCommand({ Bucket }));
    expect((await readFile(join(folder, "kept"))).length).toBe(300);
  });

  it("says aloud what it does not do", async () => {
    const said = vi.spyOn(console, "error").mockImplementation(() => {});
    const copy = new CopyObjectCommand({ Bucket, Key: "copy", CopySource: `${Bucket}/kept` });
    const list = new ListObjectsV2Command({ Bucket });
    const part = new GetObjectCommand({ Bucket, Key: "kept", Range: "bytes=0-1" });
    for (const command of [copy, list, part])
      await expect(client.send(command as never)).rejects.toMatchObject({ name: "NotImplemented" });
    expect(said).toHaveBeenCalledTimes(3);
    said.mockRestore();
  });

  it.each([
    "/..%2F..%2Fkey-ring.json",
    `/${Bucket}/..%2F..%2Fsecret`,
    `/${Bucket}/.hidden`,
    `/${Bucket}/a/b`,
    "/UPPER/one",
    "//etc",
  ])("%s leads to no file", async (path) => {
    vi.spyOn(console, "error").mockImplementation(() => {});
    await writeFile(join(dataDir, "secret"), "a secret");
    for (const method of ["GET", "PUT", "DELETE"]) {
      const { status, headers } = await fetch(`${s3.endpoint}${path}`, { method, headers: signed });
      expect([method, status, headers.get("content-type")]).toEqual([method, 501, "application/xml"]);
    }
    expect(await readFile(join(dataDir, "secret"), "utf8")).toBe("a secret");
    vi.restoreAllMocks();
  });

  it("answers nobody but an SDK, no other method, and nothing larger than any picture", async () => {
    expect((await fetch(`${s3.endpoint}/${Bucket}/kept`)).status).toBe(403);
    expect((await fetch(`${s3.endpoint}/${Bucket}/kept`, { method: "POST", headers: signed })).status).toBe(405);
    const large = { method: "PUT", headers: signed, body: new Uint8Array(1024 * 1024 + 1) };
    expect((await fetch(`${s3.endpoint}/${Bucket}/large`, large)).status).toBe(413);
  });
});
