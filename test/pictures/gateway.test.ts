import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it } from "vitest";
import { pictureLimits } from "../../functions/contract/schemas/pictures.ts";
import { gateway, listen } from "../../lib/local/gateway/gateway.ts";
import type { ApiHandlers } from "../../lib/local/handlers.ts";
import { temporaryFolder } from "../local/temporary-folder.ts";
import { publicOwner } from "../service/people.ts";
import { startService } from "../service/service.ts";
import { jpeg, shown } from "./files.ts";

const service = await startService();
const { origin, secret: edgeSecret } = service.edge;
const handlers = new Proxy({}, { get: () => service.invoke }) as ApiHandlers;
const localPage = async () => undefined;
const server = gateway({ origin: new URL(origin), siteFolder: temporaryFolder(), edgeSecret, handlers, localPage });
await listen(server, 0);
afterAll(() => void server.close());
const { port } = server.address() as AddressInfo;

const { browser } = await publicOwner(service);

/** A request as a browser sends it over the wire, signed in. */
async function send(method: string, path: string, body: Uint8Array = new Uint8Array(0), type = "image/jpeg") {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const headers = { host: new URL(origin).host, origin, cookie, "x-csrf-token": browser.csrfToken ?? "" };
  const sending = request({ host: "127.0.0.1", port, method, path, headers: { ...headers, "content-type": type } });
  sending.end(body);
  const [answer] = (await once(sending, "response")) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(await answer.toArray()) };
}

it("a picture of nearly 2 MB goes through the machine's own gateway, and comes back byte for byte", async () => {
  const noise = randomBytes(900 * 900);
  const file = await jpeg(900, 900, (x, y) => [noise[y * 900 + x] ?? 0, x & 255, y & 255], 100);
  expect(file.length).toBeGreaterThan(1_000_000);
  expect(file.length).toBeLessThan(pictureLimits.largest);
  const taken = await send("POST", "/api/my-account/picture", file);
  expect(taken.status).toBe(200);
  const { status, headers, body } = await send("GET", JSON.parse(taken.body.toString()).picture);
  expect([status, headers["content-type"]]).toEqual([200, "image/webp"]);
  expect((await shown(body)).width).toBe(256);
});

it.each([
  ["a file a byte too large", "/api/my-account/picture", pictureLimits.largest + 1],
  ["one that nobody reads to its end", "/api/my-account/picture", 3 * 1024 * 1024],
  ["a form as large as a picture", "/api/my-account/close", 300_000],
])("%s: 413", async (_, path, size) => {
  const { status, body } = await send("POST", path, Buffer.alloc(size), "image/jpeg");
  expect([status, JSON.parse(body.toString()).code]).toEqual([413, "too-large"]);
});
