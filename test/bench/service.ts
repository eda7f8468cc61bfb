import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { gateway, listen } from "../../lib/local/gateway/gateway.ts";
import { loadHandlers } from "../../lib/local/handlers.ts";
import { answerParent } from "./child.ts";

// The handlers of the cloud behind the local gateway: all that this process does is the service's own work.
const door = createServer();
await listen(door, 0);
const origin = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
process.env.SITE_ORIGIN = origin;
const handlers = await loadHandlers();
const inner = gateway({
  origin: new URL(origin),
  siteFolder: fileURLToPath(new URL("../../dist/site", import.meta.url)),
  edgeSecret: process.env.EDGE_SECRET ?? "",
  handlers: handlers.api,
  localPage: async () => undefined,
});
door.on("request", (request, response) => inner.emit("request", request, response));

answerParent({ origin: async () => origin, job: (event) => handlers.jobs(event) }, async () => {
  door.close();
  door.closeAllConnections();
});
