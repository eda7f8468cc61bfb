import { randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { prepareDataFolder } from "../data-folder.ts";
import { type LoopbackAnswer, type LoopbackRequest, type LoopbackServer, serveLoopback } from "../loopback-server.ts";

export interface S3Options {
  readonly dataDir: string;
  readonly host?: string;
}

/** More than any picture of ours. */
const maxBytes = 1024 * 1024;
/** What the functions name their buckets and objects; no dot at the front, so that nothing is above or hidden. */
const names = { bucket: /^[a-z0-9][a-z0-9-]{2,62}$/, key: /^[\w-]{1,100}$/ };

/** One request as S3 reads its path, `/<bucket>` or `/<bucket>/<key>`. */
interface Asked extends LoopbackRequest {
  readonly folder: string;
  readonly file: string;
}

/**
 * Stands in for S3: CreateBucket, PutObject, GetObject and DeleteObject, with the bucket in the path. An object is the file
 * `<dataDir>/s3/<bucket>/<key>`, readable by its owner only. Whatever else is asked is refused as not supported, in S3's words.
 * @throws StartUpError when the folder cannot be written
 */
export async function startS3({ dataDir, host }: S3Options): Promise<LoopbackServer> {
  const root = join(dataDir, "s3");
  await prepareDataFolder(root);
  return serveLoopback(
    async (request) => {
      const { pathname, searchParams } = new URL(request.path, "http://s3");
      const [, bucket = "", key, more] = pathname.split("/");
      // The SDK says by `x-id` what it is about: nothing depends on it.
      const query = [...searchParams.keys()].filter((name) => name !== "x-id");
      if (!names.bucket.test(bucket) || more !== undefined || query.length > 0) return notSupported(request);
      const folder = join(root, bucket);
      if (!key) return request.method === "PUT" ? createBucket(folder) : notSupported(request);
      const isPlain = ["x-amz-copy-source", "content-encoding", "range"].every((name) => !request.headers[name]);
      const operation = objects[request.method];
      if (operation === undefined || !names.key.test(key) || !isPlain) return notSupported(request);
      if (!(await stat(folder).catch(() => undefined))?.isDirectory()) return refused(404, "NoSuchBucket");
      return operation({ ...request, folder, file: join(folder, key) });
    },
    { host, maxBytes, methods: ["GET", "PUT", "DELETE"] },
  );
}

const objects: Record<string, (asked: Asked) => Promise<LoopbackAnswer>> = {
  /** Written beside, then renamed: the name has the whole content or what it had before. */
  async PUT({ bytes, folder, file }) {
    const temporary = join(folder, `.${randomUUID()}`);
    try {
      const handle = await open(temporary, "wx", 0o600);
      await handle.writeFile(bytes).finally(() => handle.close());
      await rename(temporary, file);
    } finally {
      await rm(temporary, { force: true });
    }
    return answered(200);
  },
  async GET({ file }) {
    const content = await readFile(file).catch(() => undefined);
    return content === undefined
      ? refused(404, "NoSuchKey")
      : { ...answered(200, content), headers: { "content-type": "application/octet-stream" } };
  },
  /** Twice is no error, as in S3. */
  async DELETE({ file }) {
    await rm(file, { force: true });
    return answered(204);
  },
};

async function createBucket(folder: string): Promise<LoopbackAnswer> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return answered(200);
}

const answered = (status: number, body: string | Uint8Array = ""): LoopbackAnswer => ({ status, headers: {}, body });

function refused(status: number, code: string): LoopbackAnswer {
  const body = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><RequestId>local</RequestId></Error>`;
  return { status, headers: { "content-type": "application/xml" }, body };
}

/** Said aloud: what works in the cloud and not here would be looked for long. */
function notSupported({ method, path }: LoopbackRequest): LoopbackAnswer {
  console.error(`The stand-in for S3 does not support ${method} ${path.replace(/[^\w/?&=.-]/g, "?").slice(0, 100)}.`);
  return refused(501, "NotImplemented");
}
