import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type SampleHandler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

export interface SampleServer {
  /** `http://127.0.0.1:<port>`: another host than the site's `localhost`, so that their cookies never meet. */
  readonly origin: string;
  /** Until then, and to each request that fails, the answer is an error. */
  serve(handler: SampleHandler): void;
  stop(): Promise<void>;
}

const largestForm = 64 * 1024;

/** Takes a port of this machine's loopback address, any free one unless given. What it serves comes later, since that has to know the address. */
export async function openSampleServer(what: string, port = 0): Promise<SampleServer> {
  let serve: SampleHandler = async (_, response) => void response.writeHead(503).end();
  const server = createServer((request, response) => {
    const { host } = request.headers;
    // Another name for this machine would be another site to a browser (and a way in for a foreign page).
    if (`http://${host}` !== origin) return void response.writeHead(421).end();
    serve(request, response, new URL(request.url ?? "/", origin)).catch((error: unknown) => {
      console.error(`${what} failed:`, error);
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    serve(handler) {
      serve = handler;
    },
    async stop() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The body of a form, or undefined when it is larger than any of ours. */
export async function formOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestForm) chunks.push(chunk);
  }
  return size <= largestForm ? Buffer.concat(chunks).toString("utf8") : undefined;
}
