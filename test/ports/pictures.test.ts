import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished, vi } from "vitest";
import { s3Pictures } from "../../functions/adapters/pictures.ts";
import { systemIds } from "../../functions/adapters/system.ts";
import { ensurePictureBucket } from "../../lib/local/s3/picture-bucket.ts";
import { startParts } from "../service/service.ts";
import { twinPictures } from "../twins/pictures.ts";
import { picturesContract } from "./pictures-contract.ts";

await startParts();
const bucket = "ports-pictures";
await ensurePictureBucket(bucket);
const pictures = s3Pictures({ bucket });

picturesContract("in memory", twinPictures());
picturesContract("on S3", pictures);

/** An S3 that answers everything alike, and what it was asked. */
async function answering(status: number, code: string) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.writeHead(status, { "content-type": "application/xml" });
    response.end(`<Error><Code>${code}</Code></Error>`);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  vi.stubEnv("AWS_ENDPOINT_URL_S3", `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    server.closeAllConnections();
    server.close();
  });
  return { asked, pictures: s3Pictures({ bucket }) };
}

it("403 of one object is how S3 says that it is not there to who may not list a bucket", async () => {
  const refusing = await answering(403, "AccessDenied");
  const id = systemIds.id();
  expect(await refusing.pictures.find(id)).toBeUndefined();
  expect(refusing.asked).toEqual([`GET /${bucket}/${id}?x-id=GetObject`]);
  await expect(refusing.pictures.put(id, new Uint8Array(1))).rejects.toThrow();
  await expect(refusing.pictures.remove(id)).rejects.toThrow();
});

it("an S3 that is busy is asked three times, and then it is an error (T47)", async () => {
  const busy = await answering(503, "SlowDown");
  await expect(busy.pictures.find(systemIds.id())).rejects.toMatchObject({ name: "SlowDown" });
  expect(busy.asked).toHaveLength(3);
});

it.each(["", "a", "../../etc/passwd", "AAAAAAAAAAAAAAAAAAAAA/", "AAAAAAAAAAAAAAAAAAAAAA?x"])(
  "%j is no id: it is not asked for, put or removed",
  async (id) => {
    const nobody = await answering(500, "InternalError");
    expect(await nobody.pictures.find(id)).toBeUndefined();
    await expect(nobody.pictures.put(id, new Uint8Array(1))).rejects.toThrow("no id");
    await expect(nobody.pictures.remove(id)).rejects.toThrow("no id");
    expect(nobody.asked).toEqual([]);
  },
);
