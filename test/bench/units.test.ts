import {
  BatchGetItemCommand,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { startDynamoDb } from "../../lib/local/dynamodb.ts";
import { ensureTables } from "../../lib/local/tables.ts";
import { clientOf, temporaryFolder } from "../local/temporary-folder.ts";
import { startRecorder, unitsOf } from "./recorder.ts";

const database = await startDynamoDb({ dataDir: temporaryFolder() });
afterAll(() => database.stop());
Object.assign(process.env, {
  AWS_ENDPOINT_URL_DYNAMODB: database.endpoint,
  AWS_REGION: "us-east-1",
  AWS_ACCESS_KEY_ID: "test",
  AWS_SECRET_ACCESS_KEY: "test",
});
await ensureTables("units-");
const watched = { AWS_ENDPOINT_URL_DYNAMODB: database.endpoint };
const recorder = await startRecorder(watched);
afterAll(() => recorder.stop());
const client = new DynamoDBClient(clientOf(watched.AWS_ENDPOINT_URL_DYNAMODB));
afterAll(() => client.destroy());

/** Table with a sparse index (`due`, keys only), and one without. */
const flows = "units-flows";
const once = "units-once";
const filler = (bytes: number) => ({ S: "x".repeat(bytes) });

/** Items of a known size: `id` and its one character are 3 bytes, `v` is 1 and what it holds. */
const ofBytes = (id: string, bytes: number) => ({ id: { S: id }, v: filler(bytes - 4) });
const put = (id: string, bytes: number) =>
  client.send(new PutItemCommand({ TableName: once, Item: ofBytes(id, bytes) }));
const due = (at: string) => ({ dueShard: { S: "due#1" }, dueAt: { N: at } });

async function unitsFor(work: () => Promise<unknown>) {
  recorder.calls.length = 0;
  await work();
  return unitsOf(recorder.calls);
}

// The rules: AWS, DynamoDB Developer Guide, "DynamoDB read and write operations" and "DynamoDB item sizes and formats".
describe("the unit meter of the bench charges as DynamoDB does", () => {
  beforeEach(async () => {
    await put("a", 100);
    await put("b", 5_000);
  });

  it.each([
    [1_024, 1],
    [1_025, 2],
    [2_500, 3],
  ])("a write of a new item of %i bytes: %i, a KB or part of it each", async (bytes, writes) => {
    expect(await unitsFor(() => put(`${bytes}`[0] ?? "", bytes))).toEqual({ reads: 0, writes });
  });

  it("a write is charged by the larger of the item before and after", async () => {
    expect(await unitsFor(() => put("b", 100))).toEqual({ reads: 0, writes: 5 });
  });

  it("a deletion is charged by what was there", async () => {
    const deletion = new DeleteItemCommand({ TableName: once, Key: { id: { S: "b" } } });
    expect(await unitsFor(() => client.send(deletion))).toEqual({ reads: 0, writes: 5 });
  });

  it.each([
    ["an eventual read", "a", false, 0.5],
    ["a consistent read", "a", true, 1],
    ["a consistent read of 5,000 bytes, 4 KB or part of it each", "b", true, 2],
    ["a consistent read of nothing", "nobody", true, 1],
  ])("%s", async (_kind, id, ConsistentRead, reads) => {
    const read = new GetItemCommand({ TableName: once, Key: { id: { S: id } }, ConsistentRead });
    expect(await unitsFor(() => client.send(read))).toEqual({ reads, writes: 0 });
  });

  it("a batch is charged item by item, those that are not there too", async () => {
    const Keys = ["a", "b", "nobody"].map((id) => ({ id: { S: id } }));
    const read = new BatchGetItemCommand({ RequestItems: { [once]: { Keys, ConsistentRead: true } } });
    expect(await unitsFor(() => client.send(read))).toEqual({ reads: 4, writes: 0 });
  });

  it("a transaction is charged twice, its checks like writes", async () => {
    const transaction = new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName: once, Item: ofBytes("c", 100) } },
        { Put: { TableName: once, Item: ofBytes("d", 1_500) } },
        { ConditionCheck: { TableName: once, Key: { id: { S: "a" } }, ConditionExpression: "attribute_exists(id)" } },
      ],
    });
    expect(await unitsFor(() => client.send(transaction))).toEqual({ reads: 0, writes: 8 });
  });

  it("a row that enters, moves in or leaves the sparse index costs one, two, one beside its own; any other change nothing", async () => {
    const change = (UpdateExpression: string, values?: Record<string, { N: string } | { S: string }>) =>
      client.send(
        new UpdateItemCommand({
          TableName: flows,
          Key: { flowId: { S: "f" } },
          UpdateExpression,
          ...(values === undefined ? {} : { ExpressionAttributeValues: values }),
        }),
      );
    const Item = { flowId: { S: "f" }, ...due("5") };
    expect(await unitsFor(() => client.send(new PutItemCommand({ TableName: flows, Item })))).toEqual({
      reads: 0,
      writes: 2,
    });
    expect(await unitsFor(() => change("SET v = :v", { ":v": filler(1_500) }))).toEqual({ reads: 0, writes: 2 });
    expect(await unitsFor(() => change("SET dueAt = :at", { ":at": { N: "7" } }))).toEqual({ reads: 0, writes: 4 });
    expect(await unitsFor(() => change("REMOVE dueShard"))).toEqual({ reads: 0, writes: 3 });
  });

  it("a map or list has 3 bytes of its own and 1 an element, a number a byte and one for two digits", async () => {
    // id 3; m 1+3, k 1+1+5; l 1+3, two elements of 1+4; n 1+3: 32 bytes; v has 1 and the rest.
    const parts = {
      id: { S: "e" },
      m: { M: { k: { S: "12345" } } },
      l: { L: [{ S: "1234" }, { S: "5678" }] },
      n: { N: "1234" },
    };
    const sized = (bytes: number) => new PutItemCommand({ TableName: once, Item: { ...parts, v: filler(bytes - 33) } });
    expect(await unitsFor(() => client.send(sized(1_024)))).toEqual({ reads: 0, writes: 1 });
    expect(await unitsFor(() => client.send(sized(1_025)))).toEqual({ reads: 0, writes: 2 });
  });
});
