import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { GetSecretValueCommand, ListSecretsCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { describe, expect, it } from "vitest";
import { startSecrets } from "../../lib/local/secrets.ts";
import { StartUpError } from "../../lib/local/start-up-error.ts";
import { clientOf, temporaryFolder } from "./temporary-folder.ts";

const root = temporaryFolder();

async function secretOf(dataDir: string, SecretId = "educloud/key-ring"): Promise<string | undefined> {
  const secrets = await startSecrets({ dataDir });
  const client = new SecretsManagerClient(clientOf(secrets.endpoint));
  try {
    return (await client.send(new GetSecretValueCommand({ SecretId }))).SecretString;
  } finally {
    client.destroy();
    await secrets.stop();
  }
}

describe("the stand-in for Secrets Manager", () => {
  it("makes a key ring with a 48-byte secret at the first start and keeps it over a restart", async () => {
    const dataDir = join(root, "first");
    const ring = JSON.parse((await secretOf(dataDir)) ?? "");
    expect(ring).toEqual({ current: "k1", lookup: "k1", k1: expect.any(String) });
    expect(Buffer.from(ring.k1, "base64url")).toHaveLength(48);
    expect(JSON.parse((await secretOf(dataDir)) ?? "")).toEqual(ring);
  });

  it("keeps the file readable by its owner only and leaves nothing beside it", async () => {
    const dataDir = join(root, "mode");
    await secretOf(dataDir);
    expect((await stat(join(dataDir, "key-ring.json"))).mode & 0o777).toBe(0o600);
    expect(await readdir(dataDir)).toEqual(["key-ring.json"]);
  });

  it("gives two starts at once the same ring", async () => {
    const dataDir = join(root, "twice");
    const [one, other] = await Promise.all([secretOf(dataDir), secretOf(dataDir)]);
    expect(one).toBe(other);
  });

  it.each([
    ["cut off", '{"current":"k1","lookup":"k1","k'],
    ["empty", ""],
    ["with a short key", `{"current":"k1","lookup":"k1","k1":"AAAA"}`],
    ["whose current key is missing", `{"current":"k2","lookup":"k1","k1":"${"A".repeat(43)}"}`],
  ])("refuses to start over a key ring that is %s, and leaves the file alone", async (kind, text) => {
    const dataDir = join(root, kind);
    await mkdir(dataDir);
    await writeFile(join(dataDir, "key-ring.json"), text);
    const error = await startSecrets({ dataDir }).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StartUpError);
    expect(String(error)).toContain("is damaged: put a copy of it back");
    expect(await readFile(join(dataDir, "key-ring.json"), "utf8")).toBe(text);
  });

  it("knows no other secret", async () => {
    await expect(secretOf(join(root, "first"), "other")).rejects.toMatchObject({ name: "ResourceNotFoundException" });
  });

  it("refuses any other operation loudly", async () => {
    const secrets = await startSecrets({ dataDir: join(root, "first") });
    const client = new SecretsManagerClient(clientOf(secrets.endpoint));
    await expect(client.send(new ListSecretsCommand({}))).rejects.toMatchObject({
      name: "UnsupportedOperationException",
      message: "The stand-in does not support ListSecrets.",
    });
    client.destroy();
    await secrets.stop();
  });

  it("answers no request without the headers of an SDK, as one from a web page would be", async () => {
    const secrets = await startSecrets({ dataDir: join(root, "first") });
    const answer = await fetch(secrets.endpoint, { method: "POST", body: '{"SecretId":"educloud/key-ring"}' });
    expect([answer.status, await answer.text()]).toEqual([403, ""]);
    await secrets.stop();
  });
});
