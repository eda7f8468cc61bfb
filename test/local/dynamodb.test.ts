import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdir, readFile, truncate, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CreateTableCommand, DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { type DynamoDbOptions, startDynamoDb } from "../../lib/local/dynamodb.ts";
import { StartUpError } from "../../lib/local/start-up-error.ts";
import { clientOf, temporaryFolder } from "./temporary-folder.ts";

const root = temporaryFolder();

/** The sentence a start-up fails with. */
async function refusal(options: DynamoDbOptions): Promise<string> {
  const error = await startDynamoDb(options).then(
    ({ stop }) => stop(),
    (caught: unknown) => caught,
  );
  if (!(error instanceof StartUpError)) throw new Error("it started, or failed otherwise", { cause: error });
  expect(error.message).not.toContain("\n");
  return error.message;
}

async function dataFolder(name: string): Promise<string> {
  const folder = join(root, name);
  await mkdir(folder);
  return folder;
}

describe("the embedded DynamoDB", () => {
  it("keeps data over a restart", async () => {
    const dataDir = join(root, "made", "at", "first", "start");
    const first = await startDynamoDb({ dataDir });
    const before = new DynamoDBClient(clientOf(first.endpoint));
    await before.send(
      new CreateTableCommand({
        TableName: "notes",
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
        KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      }),
    );
    await before.send(new PutItemCommand({ TableName: "notes", Item: { id: { S: "a" }, text: { S: "留下" } } }));
    before.destroy();
    await first.stop();
    await first.stop();

    const second = await startDynamoDb({ dataDir });
    const after = new DynamoDBClient(clientOf(second.endpoint));
    const { Item } = await after.send(new GetItemCommand({ TableName: "notes", Key: { id: { S: "a" } } }));
    after.destroy();
    await second.stop();
    expect(Item?.text).toEqual({ S: "留下" });

    const cut = await dataFolder("cut");
    await copyFile(join(dataDir, "dynamodb.sqlite"), join(cut, "dynamodb.sqlite"));
    const { length } = await readFile(join(cut, "dynamodb.sqlite"));
    await truncate(join(cut, "dynamodb.sqlite"), Math.floor(length / 2));
    expect(await refusal({ dataDir: cut })).toMatch(/damaged .* DATA_DIR/);
  });

  it("does not outlive its parent, even one killed with no warning", async () => {
    const parent = spawn(
      process.execPath,
      [fileURLToPath(new URL("orphan-parent.ts", import.meta.url)), await dataFolder("orphan")],
      { stdio: ["ignore", "pipe", "inherit"] },
    );
    const [line] = (await once(parent.stdout, "data")) as [Buffer];
    const connection = connect(Number(new URL(line.toString().trim()).port), "127.0.0.1");
    await once(connection, "connect");
    const serverGone = once(connection.resume(), "close");
    parent.kill("SIGKILL");
    await serverGone;
  });

  it("says what to do when the data file is not a database", async () => {
    const dataDir = await dataFolder("garbage");
    const garbage = Buffer.alloc(100_000, "no database ");
    await writeFile(join(dataDir, "dynamodb.sqlite"), garbage);
    expect(await refusal({ dataDir })).toBe(
      `The data file ${join(dataDir, "dynamodb.sqlite")} is damaged or cannot be opened: move the folder ${dataDir} away or delete it to start anew, put a copy back, or set DATA_DIR to another folder.`,
    );
    expect(await readFile(join(dataDir, "dynamodb.sqlite"))).toEqual(garbage);
  });

  it("says what to do when the data folder cannot be written", async () => {
    await writeFile(join(root, "file"), "");
    expect(await refusal({ dataDir: join(root, "file", "below") })).toMatch(/cannot be written: .* DATA_DIR/);
  });

  it("says what to do when the program is missing", async () => {
    expect(await refusal({ dataDir: join(root, "unused"), binary: join(root, "missing") })).toMatch(
      /not installed here .*: run `npm ci` again .* AWS_ENDPOINT_URL_DYNAMODB/,
    );
  });

  it("says what to do when the program ends at once", async () => {
    const binary = join(root, "broken-program");
    await writeFile(binary, "#!/bin/sh\necho 'wrong kind\nof machine' >&2; exit 3\n", { mode: 0o755 });
    expect(await refusal({ dataDir: await dataFolder("broken"), binary })).toMatch(
      /does not start \(wrong kind of machine\): run `npm ci` again, .* AWS_ENDPOINT_URL_DYNAMODB/,
    );
  });
});
