import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { secretsManagerKeys } from "../../functions/adapters/keys.ts";
import { startSecrets } from "../../lib/local/secrets.ts";
import { temporaryFolder } from "../local/temporary-folder.ts";

const folder = temporaryFolder();
const [one, two] = ["a".repeat(64), "b".repeat(64)];
Object.assign(process.env, { AWS_REGION: "us-east-1", AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" });

/** The keys of a ring as it stands in the secret, each with a process of its own. */
async function keysOf(name: string, ring: object) {
  const dataDir = join(folder, name);
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(join(dataDir, "key-ring.json"), JSON.stringify(ring), { mode: 0o600 });
  const secrets = await startSecrets({ dataDir });
  afterAll(() => secrets.stop());
  process.env.AWS_ENDPOINT_URL_SECRETS_MANAGER = secrets.endpoint;
  const keys = secretsManagerKeys("educloud/key-ring");
  await keys.secret("code");
  return keys;
}

const before = await keysOf("before", { current: "k1", lookup: "k1", k1: one });
const after = await keysOf("after", { current: "k2", lookup: "k1", k1: one, k2: two });
const other = await keysOf("other", { current: "k1", lookup: "k1", k1: two });

describe("rotating the key ring (architecture decision 7)", () => {
  it("opens what the key before has sealed, and seals with the new one", async () => {
    expect(await after.unseal("person-data", await before.seal("person-data", "王小明"))).toBe("王小明");
    expect(await before.unseal("person-data", await after.seal("person-data", "王小明"))).toBeUndefined();
  });

  it("still finds everybody: the look-up key stays", async () => {
    expect(await after.mac("person-id", "A123456789")).toBe(await before.mac("person-id", "A123456789"));
    expect(await after.secret("code")).toBe(await before.secret("code"));
  });

  it("opens nothing with a key of the same name that is another one", async () => {
    expect(await other.unseal("person-data", await before.seal("person-data", "王小明"))).toBeUndefined();
    expect(await other.mac("person-id", "A123456789")).not.toBe(await before.mac("person-id", "A123456789"));
  });
});

describe("a key ring that is not there", () => {
  it("fails loudly: what cannot be judged is not taken as forged", async () => {
    const keys = secretsManagerKeys("educloud/another-ring");
    await expect(keys.seal("flow", 1)).rejects.toMatchObject({ name: "ResourceNotFoundException" });
    await expect(keys.unseal("flow", "made up")).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });
});
