import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { link, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import { AwsJsonError, serveAwsJson } from "./aws-json.ts";
import { prepareDataFolder } from "./data-folder.ts";
import type { LoopbackServer } from "./loopback-server.ts";
import { StartUpError } from "./start-up-error.ts";

const secretName = "educloud/key-ring";
const secretArn = `arn:aws:secretsmanager:us-east-1:000000000000:secret:${secretName}-local0`;

/** At least 32 bytes in base64url: the functions derive a key a purpose from it. */
const longEnough = /^[A-Za-z0-9_-]{43,}$/;
const keyRing = z
  .record(z.string(), z.string())
  .check(
    z.refine((ring) => [ring.current, ring.lookup].every((id) => id !== undefined && longEnough.test(ring[id] ?? ""))),
  );
const request = z.object({ SecretId: z.string() });

/**
 * Stands in for Secrets Manager: GetSecretValue of `educloud/key-ring`, whose value is `<dataDir>/key-ring.json`
 * `{"current": id, "lookup": id, id: secret of 32 bytes or more in base64url}`: the shape of the cloud's secret. The file is made at the first start,
 * readable by its owner only, and read once: a restart takes a changed ring.
 * @throws StartUpError when the file is damaged; it is never replaced, since every sealed datum would be lost with it
 */
export async function startSecrets({ dataDir, host }: { dataDir: string; host?: string }): Promise<LoopbackServer> {
  await prepareDataFolder(dataDir);
  const file = join(dataDir, "key-ring.json");
  await createKeyRingIfMissing(file, dataDir);
  const value = await readKeyRing(file);
  return serveAwsJson({
    service: "secretsmanager",
    host,
    async answer(operation, body) {
      if (operation !== "GetSecretValue") {
        throw new AwsJsonError("UnsupportedOperationException", `The stand-in does not support ${operation}.`);
      }
      const asked = request.safeParse(body);
      if (!asked.success) throw new AwsJsonError("InvalidParameterException", "SecretId must be a text.");
      if (asked.data.SecretId !== secretName && asked.data.SecretId !== secretArn) {
        throw new AwsJsonError("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
      }
      return { ARN: secretArn, Name: secretName, SecretString: value, VersionStages: ["AWSCURRENT"] };
    },
  });
}

/** Writes beside, then links: the name appears with the whole content or not at all, and never replaces a ring. */
async function createKeyRingIfMissing(file: string, dataDir: string): Promise<void> {
  if (existsSync(file)) return;
  const ring = { current: "k1", lookup: "k1", k1: randomBytes(48).toString("base64url") };
  const temporary = join(dataDir, `.key-ring-${randomUUID()}`);
  try {
    const handle = await open(temporary, "wx", 0o600);
    await handle.writeFile(JSON.stringify(ring));
    await handle.sync();
    await handle.close();
    await link(temporary, file);
  } catch (cause) {
    // Another start may have made it in the meantime: its ring is the one to use.
    if (existsSync(file)) return;
    throw new StartUpError(
      `The key ring ${file} cannot be written: give this user the right to write there, or set DATA_DIR to another folder.`,
      { cause },
    );
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Errors of the parsers are left out on purpose: they quote the text, and the text is the keys. */
async function readKeyRing(file: string): Promise<string> {
  const text = await readFile(file, "utf8").catch(() => "");
  if (isKeyRing(text)) return text;
  throw new StartUpError(
    `The key ring ${file} is damaged: put a copy of it back, since sealed data cannot be read without it, or move its whole folder away to start anew.`,
  );
}

function isKeyRing(text: string): boolean {
  try {
    return keyRing.safeParse(JSON.parse(text)).success;
  } catch {
    return false;
  }
}
