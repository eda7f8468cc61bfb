import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { dynamo } from "../../functions/adapters/dynamo.ts";
import { ensureTables } from "../../lib/local/tables.ts";
import { startParts } from "../service/service.ts";

await startParts();
await ensureTables("token-");

/** The tokens of a transaction that is answered so for as long as it is tried. */
async function tokensOf(answer: object): Promise<string[]> {
  const tokens: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      tokens.push(JSON.parse(Buffer.concat(chunks).toString()).ClientRequestToken);
      response.writeHead(400, { "content-type": "application/x-amz-json-1.0" }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const real = process.env.AWS_ENDPOINT_URL_DYNAMODB;
  process.env.AWS_ENDPOINT_URL_DYNAMODB = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const item = { Put: { TableName: "token-once", Item: { id: "x" } } };
    await expect(dynamo("token-").transact([item])).rejects.toMatchObject({ name: "TransactionConflictException" });
  } finally {
    process.env.AWS_ENDPOINT_URL_DYNAMODB = real;
    server.close();
    server.closeAllConnections();
  }
  return tokens;
}

it("a transaction that is still under way is asked for by its own token, and never meets its own rows (T45, T46)", async () => {
  const tokens = await tokensOf({ __type: "TransactionInProgressException", message: "in progress" });
  expect(tokens.length).toBeGreaterThan(2);
  expect(new Set(tokens).size).toBe(1);
});

it("one that met another wrote nothing: each further try is a transaction of its own (T47)", async () => {
  const reasons = { CancellationReasons: [{ Code: "TransactionConflict" }] };
  const tokens = await tokensOf({ __type: "TransactionCanceledException", message: "conflict", ...reasons });
  expect(tokens).toHaveLength(3);
  expect(new Set(tokens).size).toBe(3);
});
