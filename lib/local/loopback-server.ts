import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";

export type LoopbackRequest = {
  method: string;
  /** With its query. */
  path: string;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  /** The bytes as UTF-8. */
  body: string;
};
export type LoopbackAnswer = { status: number; headers: Record<string, string>; body: string | Uint8Array };
export type LoopbackServer = { endpoint: string; stop(): Promise<void> };

const stopsWithinMs = 2_000;

/**
 * Serves AWS requests (POST / unless other methods are said) on a free port of this machine. Every request must carry a header that an AWS SDK sends and
 * that a page in a browser cannot add to another origin's request, so no web site can reach a stand-in. The signature
 * itself is not checked.
 */
export async function serveLoopback(
  answer: (request: LoopbackRequest) => Promise<LoopbackAnswer>,
  {
    host = "127.0.0.1",
    maxBytes,
    methods = ["POST"],
  }: { host?: string | undefined; maxBytes: number; methods?: readonly string[] },
): Promise<LoopbackServer> {
  const server = createServer((request, response) => {
    respond(request, response).catch((error: unknown) => {
      console.error("A stand-in failed:", error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  // Longer than the SDK keeps an idle connection, so that it never writes into one that is just being closed.
  server.keepAliveTimeout = 65_000;
  server.listen(0, host);
  await once(server, "listening");

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "", url: path = "", headers } = request;
    if (!methods.includes(method)) return void response.writeHead(405, { allow: methods.join(", ") }).end();
    if (!isFromAnSdk(headers)) return void response.writeHead(403).end();
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of request as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) return void response.writeHead(413, { connection: "close" }).end();
      chunks.push(chunk);
    }
    const body = Buffer.concat(chunks);
    const answered = await answer({ method, path, headers, bytes: body, body: body.toString("utf8") });
    response.writeHead(answered.status, answered.headers).end(answered.body);
  }

  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  return {
    endpoint: `http://${host}:${address.port}`,
    async stop() {
      if (!server.listening) return;
      const closed = once(server, "close");
      server.close();
      const impatience = setTimeout(() => server.closeAllConnections(), stopsWithinMs);
      await closed;
      clearTimeout(impatience);
    },
  };
}

const isFromAnSdk = (headers: IncomingHttpHeaders): boolean =>
  headers["x-amz-target"] !== undefined || headers.authorization?.startsWith("AWS4-HMAC-SHA256 ") === true;
