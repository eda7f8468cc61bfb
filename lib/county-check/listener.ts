import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

const largestForm = 64 * 1024;

export interface Listener {
  /** `http://127.0.0.1:8787`. */
  readonly origin: string;
  /** The address a browser came to, a form's fields added to its query; undefined when none came in time. */
  answered(seconds: number): Promise<string | undefined>;
  stop(): Promise<void>;
}

/** The host and port of a redirect address on this machine; undefined for any other, which the browser itself must tell. */
export function loopbackOf(redirect: string): { host: string; port: number; path: string } | undefined {
  const { protocol, hostname, port, pathname } = new URL(redirect);
  const ours = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  if (protocol !== "http:" || !ours) return undefined;
  return { host: hostname.replace(/[[\]]/g, ""), port: Number(port || 80), path: pathname };
}

/** Waits on this machine for the browser that a county sends back. Throws when the port is taken. */
export async function listen({ host, port, path }: { host: string; port: number; path: string }): Promise<Listener> {
  const first = Promise.withResolvers<string>();
  const server = createServer((request, response) => {
    respond(request, response).catch(() => response.destroy());
  });
  server.listen(port, host);
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  const origin = `http://${host.includes(":") ? `[${host}]` : host}:${address.port}`;

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", origin);
    const form = await formOf(request);
    if (url.pathname !== path) return void response.writeHead(404).end();
    if (form === undefined) return void response.writeHead(413, { connection: "close" }).end();
    for (const [name, value] of new URLSearchParams(form)) url.searchParams.append(name, value);
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" }).end(page);
    first.resolve(url.href);
  }

  return {
    origin,
    async answered(seconds) {
      const patience = Promise.withResolvers<undefined>();
      const timer = setTimeout(() => patience.resolve(undefined), seconds * 1_000);
      const answer = await Promise.race([first.promise, patience.promise]);
      clearTimeout(timer);
      return answer;
    },
    async stop() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

const page =
  "<!doctype html><html lang=zh-Hant-TW><meta charset=utf-8><title>縣市契約測試</title>" +
  "<p>已收到，請回到終端機。<p lang=en>Received. Go back to the terminal.</html>";

async function formOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestForm) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
