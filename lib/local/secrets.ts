import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { link, open, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod/mini";
import type { CountyConfigurations } from "../../functions/contract/counties.ts";
import { AwsJsonError, serveAwsJson } from "./aws-json.ts";
import { configuredCounties } from "./counties/configured-counties.ts";
import { prepareDataFolder } from "./data-folder.ts";
import type { LoopbackServer } from "./loopback-server.ts";
import { StartUpError } from "./start-up-error.ts";

const keyRingName = "educloud/key-ring";
/** The secret with what is configured of each county. */
export const countiesName = "educloud/counties";
const arnOf = (name: string) => `arn:aws:secretsmanager:us-east-1:000000000000:secret:${name}-local0`;

/** At least 32 bytes in base64url: the functions derive a key a purpose from it. */
const longEnough = /^[A-Za-z0-9_-]{43,}$/;
const keyRing = z
  .record(z.string(), z.string())
  .check(
    z.refine((ring) => [ring.current, ring.lookup].every((id) => id !== undefined && longEnough.test(ring[id] ?? ""))),
  );
const request = z.object({ SecretId: z.string() });

export interface Secrets extends LoopbackServer {
  /** The sample counties, which know the site and so run later than this. */
  setCounties(samples: CountyConfigurations): void;
}

export interface SecretsOptions {
  readonly dataDir: string;
  readonly host?: string;
  /** Where a line for the person at the terminal goes. */
  readonly tell?: (line: string) => void;
}

/**
 * Stands in for Secrets Manager, GetSecretValue of two secrets. `educloud/counties` is `configuredCounties`. `educloud/key-ring` is
 * `<dataDir>/key-ring.json` `{"current": id, "lookup": id, id: secret of 32 bytes or more in base64url}`: the shape of the cloud's secret.
 * The file is made at the first start, readable by its owner only, and read once: a restart takes a changed ring.
 * @throws StartUpError when the file is damaged; it is never replaced, since every sealed datum would be lost with it
 */
export async function startSecrets({ dataDir, host, tell = console.error }: SecretsOptions): Promise<Secrets> {
  await prepareDataFolder(dataDir);
  const file = join(dataDir, "key-ring.json");
  await createKeyRingIfMissing(file, dataDir);
  const keyRingText = await readKeyRing(file);
  const configured = configuredCounties(dataDir, tell);
  let samples: CountyConfigurations = {};
  const secrets: Readonly<Record<string, () => Promise<string>>> = {
    [keyRingName]: async () => keyRingText,
    [countiesName]: async () => JSON.stringify(await configured(samples)),
  };
  const server = await serveAwsJson({
    service: "secretsmanager",
    host,
    async answer(operation, body) {
      if (operation !== "GetSecretValue") {
        throw new AwsJsonError("UnsupportedOperationException", `The stand-in does not support ${operation}.`);
      }
      const asked = request.safeParse(body);
      if (!asked.success) throw new AwsJsonError("InvalidParameterException", "SecretId must be a text.");
      const { SecretId } = asked.data;
      const [Name, value] =
        Object.entries(secrets).find(([name]) => SecretId === name || SecretId === arnOf(name)) ?? [];
      if (Name === undefined || value === undefined) {
        throw new AwsJsonError("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
      }
      return { ARN: arnOf(Name), Name, SecretString: await value(), VersionStages: ["AWSCURRENT"] };
    },
  });
  return {
    ...server,
    setCounties(counties) {
      samples = counties;
    },
  };
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
