import { once } from "node:events";
import { createServer } from "node:http";
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { PublishCommand, SNSClient } from "@aws-sdk/client-sns";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { clientOf } from "../local/temporary-folder.ts";
import type { Mode } from "./lane.ts";
import { startProxy } from "./proxy.ts";

let reached = 0;
const store = createServer((request, response) => {
  reached += 1;
  request.resume().on("end", () => response.end("{}"));
}).listen(0, "127.0.0.1");
await once(store, "listening");
const { port } = store.address() as { port: number };
const environment: NodeJS.ProcessEnv = {};
for (const name of ["DYNAMODB", "COGNITO_IDENTITY_PROVIDER", "SES", "SNS"]) {
  environment[`AWS_ENDPOINT_URL_${name}`] = `http://127.0.0.1:${port}`;
}
const proxy = await startProxy(environment);
const client = new DynamoDBClient({ ...clientOf(environment.AWS_ENDPOINT_URL_DYNAMODB!), maxAttempts: 3 });
const lane = proxy.lane("mine-");
afterAll(async () => {
  client.destroy();
  await proxy.stop();
  store.close();
});
afterEach(() => {
  lane.mend();
  reached = 0;
});

const get = (table = "mine-flows") =>
  client.send(new GetItemCommand({ TableName: table, Key: { flowId: { S: "x" } } })).then(
    () => "answered",
    (error: Error) => error.name,
  );

describe("the proxy between the service and AWS", () => {
  it.each([
    ["before", "all", "InternalServerError", 0],
    ["before", "one", "answered", 1],
    ["cut", "all", "TimeoutError", 0],
    ["after", "all", "TimeoutError", 3],
    ["after", "one", "answered", 2],
    ["broken-answer", "all", "InternalServerError", 3],
    ["dup", "all", "answered", 2],
    ["crash", "all", "HandlerHasCrashed", 1],
    ["conflict", "all", "TransactionCanceledException", 0],
  ] as const satisfies [Mode, "one" | "all", string, number][])(
    "%s, %s tries: the service sees %s after %d requests",
    async (mode, tries, seen, requests) => {
      lane.fault({ mode, tries, at: "dynamodb.GetItem flows" });
      expect(await get()).toBe(seen);
      expect(reached).toBe(requests);
      if (mode !== "crash") expect(await get()).toBe("answered");
    },
  );

  it("lets nothing through after a crash until it is mended, and never holds back another lane's calls", async () => {
    lane.fault({ mode: "crash", at: "dynamodb.GetItem flows" });
    await get();
    expect([await get(), await get("yours-flows")]).toEqual(["HandlerHasCrashed", "answered"]);
    lane.mend();
    expect(await get()).toBe("answered");
  });

  it("strikes the command that was asked for, by its number and by what goes on", async () => {
    lane.fault({ mode: "before", at: "dynamodb.GetItem flows", during: "now", nth: 2 });
    const seen: string[] = [await get()];
    lane.during = "now";
    for (let command = 0; command < 3; command += 1) seen.push(await get());
    expect(seen).toEqual(["answered", "answered", "InternalServerError", "answered"]);
    expect(lane.calls.map(({ during }) => during)).toEqual(["", "now", "now", "now", "now", "now"]);
  });

  it("names a call of a query protocol by its action", async () => {
    const sns = new SNSClient(clientOf(environment.AWS_ENDPOINT_URL_SNS!));
    await sns.send(new PublishCommand({ PhoneNumber: "+886900000000", Message: "mine-" })).catch(() => undefined);
    sns.destroy();
    expect(lane.names()).toEqual(["sns.Publish"]);
  });
});
