import { once } from "node:events";
import { Agent, createServer, type IncomingMessage, type ServerResponse, request as send } from "node:http";
import { type Answered, brokenAnswer, busyAnswer, conflictAnswer, crashedAnswer } from "./answers.ts";
import { type Call, readCall, type ServiceName, services } from "./calls.ts";
import { Lane, type Mode } from "./lane.ts";

export interface RunningProxy {
  /** Where the services really are. */
  readonly behind: Readonly<Record<ServiceName, string>>;
  /** A lane for the calls whose body holds one of the marks (a table prefix, a pool id …); without marks for all calls. */
  lane(...marks: string[]): Lane;
  stop(): Promise<void>;
}

const cut = Symbol("the connection is reset");

/**
 * One reverse proxy in front of DynamoDB, Cognito, SES, SNS and S3. Takes their places in the
 * environment's `AWS_ENDPOINT_URL_*`, notes every call in its order and does to it what its lane says.
 */
export async function startProxy(environment: NodeJS.ProcessEnv): Promise<RunningProxy> {
  const behind = {} as Record<ServiceName, string>;
  const lanes: Lane[] = [];
  const agent = new Agent({ keepAlive: true });
  const server = createServer((request, response) => {
    answer(request).then(
      (answered) => give(response, answered),
      (error: unknown) => {
        console.error("The proxy failed:", error);
        response.destroy();
      },
    );
  });
  server.keepAliveTimeout = 65_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("a TCP server has a port");
  for (const [service, variable] of Object.entries(services) as [ServiceName, string][]) {
    behind[service] = environment[variable] ?? "";
    environment[variable] = `http://127.0.0.1:${address.port}`;
  }

  async function answer(request: IncomingMessage): Promise<Answered | typeof cut> {
    const body = Buffer.concat(await request.toArray());
    const text = body.toString("utf8");
    const lane = lanes.find((known) => known.owns(text)) ?? new Lane([]);
    const call = readCall(request.headers, text, lane.during, request.url);
    const pass = () => forward(agent, behind[call.service], request, body);
    const rule = lane.take(call);
    if (lane.crashed) return crashedAnswer(call.service);
    if (rule === undefined) return pass();
    if (rule.mode === "meanwhile") await rule.act?.();
    return befall(rule.mode, call, lane, pass);
  }

  return {
    behind,
    lane(...marks) {
      const lane = new Lane(marks);
      lanes.push(lane);
      return lane;
    },
    async stop() {
      for (const [service, variable] of Object.entries(services) as [ServiceName, string][]) {
        environment[variable] = behind[service];
      }
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      agent.destroy();
      await closed;
    },
  };
}

async function befall(
  mode: Mode,
  { service }: Call,
  lane: Lane,
  pass: () => Promise<Answered>,
): Promise<Answered | typeof cut> {
  if (mode === "before") return brokenAnswer(service);
  if (mode === "cut") return cut;
  if (mode === "busy") return busyAnswer(service);
  if (mode === "conflict") return conflictAnswer();
  const first = await pass();
  if (mode === "dup") return pass();
  if (mode === "after") return cut;
  if (mode === "broken-answer") return brokenAnswer(service);
  if (mode === "meanwhile") return first;
  lane.crashed = true;
  return crashedAnswer(service);
}

function give(response: ServerResponse, answered: Answered | typeof cut): void {
  if (answered === cut) response.destroy();
  else response.writeHead(answered.status, answered.headers).end(answered.body);
}

/** The request as it came, but for the host and the hop's own headers: the stand-ins want those of the SDK. */
async function forward(agent: Agent, to: string, request: IncomingMessage, body: Buffer): Promise<Answered> {
  const { host: _host, connection: _connection, "transfer-encoding": _encoding, ...headers } = request.headers;
  const outgoing = send(new URL(request.url ?? "/", to), { agent, method: request.method, headers });
  outgoing.end(body);
  const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
  const answered = Buffer.concat(await incoming.toArray());
  const { connection: _hop, "keep-alive": _alive, "transfer-encoding": _chunks, ...kept } = incoming.headers;
  return {
    status: incoming.statusCode ?? 502,
    headers: { ...(kept as Answered["headers"]), "content-length": String(answered.length) },
    body: answered,
  };
}
