import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { GetSecretValueCommand, ListSecretsCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { describe, expect, it, onTestFinished } from "vitest";
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

const sample = { TAO: { on: true, clientId: "sample", test: true }, KHH: { on: true, clientId: "sample", test: true } };

/** The counties' secret over a folder, asked for as often as wanted, and what was told on the terminal. */
async function countiesOf(dataDir: string) {
  const told: string[] = [];
  const secrets = await startSecrets({ dataDir, tell: (line) => told.push(line) });
  onTestFinished(() => secrets.stop());
  secrets.setCounties(sample);
  const client = new SecretsManagerClient(clientOf(secrets.endpoint));
  onTestFinished(() => client.destroy());
  return {
    told,
    file: join(dataDir, "counties.json"),
    async read(SecretId = "educloud/counties") {
      return JSON.parse((await client.send(new GetSecretValueCommand({ SecretId }))).SecretString ?? "");
    },
  };
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

describe("the secret of the counties", () => {
  it("is empty until the sample counties run, and then says how they are reached", async () => {
    expect(JSON.parse((await secretOf(join(root, "none"), "educloud/counties")) ?? "")).toEqual({});
    expect(await (await countiesOf(join(root, "samples"))).read()).toEqual(sample);
  });

  it("is found by its ARN too, beside the key ring", async () => {
    const { read } = await countiesOf(join(root, "arn"));
    expect(await read("arn:aws:secretsmanager:us-east-1:000000000000:secret:educloud/counties-local0")).toEqual(sample);
    expect(await read("educloud/key-ring")).toMatchObject({ current: "k1" });
  });

  it("takes a person's own file over the samples, county by county, without a restart", async () => {
    const { read, file, told } = await countiesOf(join(root, "own"));
    expect(await read()).toEqual(sample);
    const own = { KHH: { clientId: "mine", clientSecret: "s", issuer: "https://op.example" }, TPE: { on: false } };
    await writeFile(file, JSON.stringify(own));
    expect(await read()).toEqual({ TAO: sample.TAO, ...own });
    await rm(file);
    expect(await read()).toEqual(sample);
    expect(told).toEqual([]);
  });

  it.each([
    ["is no JSON", '{"KHH": {"clientSecret": "my own secret"'],
    ["is no object", "[1]"],
    ["names no county of ours", '{"ZZZ": {"clientId": "a"}}'],
    ["has a county that is no object", '{"KHH": "my own secret"}'],
  ])("answers the samples when the file %s, and says so once on one line without what is in it", async (kind, text) => {
    const { read, file, told } = await countiesOf(join(root, kind));
    await writeFile(file, text);
    expect(await read()).toEqual(sample);
    expect(await read()).toEqual(sample);
    expect(told).toEqual([
      expect.stringMatching(/counties\.json is damaged or cannot be read, .*: write JSON such as /),
    ]);
    expect(told.join()).not.toMatch(/\n|my own secret/);
    await writeFile(file, `${text} `);
    await read();
    expect(told).toHaveLength(2);
  });
});
