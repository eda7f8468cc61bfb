import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { readCall, type ServiceName, services } from "../faults/calls.ts";

export interface RecordedCall {
  /** `dynamodb.BatchGetItem claims+limits` */
  readonly name: string;
  readonly service: ServiceName;
  /** What the client was doing: the route of the request. */
  readonly during: string;
  /** Calls in flight at once are of one step; the next step starts when they are done. */
  readonly step: number;
  /** Capacity units; 0 for other services. */
  readonly reads: number;
  readonly writes: number;
}

export interface Recorder {
  readonly calls: RecordedCall[];
  during: string;
  stop(): Promise<void>;
}

interface Consumed {
  readonly CapacityUnits: number;
}

/**
 * Stands between the service and the services behind it: takes their places in `environment`, notes every call, and asks DynamoDB what
 * each consumed. The embedded server tells it as DynamoDB charges it: units.test.ts holds it against cases computed by hand.
 */
export async function startRecorder(environment: NodeJS.ProcessEnv): Promise<Recorder> {
  const behind = {} as Record<ServiceName, string>;
  let [inFlight, step] = [0, 0];
  const recorder: Recorder = { calls: [], during: "", stop };

  async function pass(request: IncomingMessage): Promise<{ status: number; type: string; text: string }> {
    if (inFlight === 0) step += 1;
    inFlight += 1;
    const mine = step;
    try {
      const body = Buffer.concat(await request.toArray()).toString("utf8");
      const { name, service, during, input } = readCall(request.headers, body, recorder.during);
      const index = recorder.calls.push({ name, service, during, step: mine, reads: 0, writes: 0 }) - 1;
      const isTable = service === "dynamodb";
      const answer = await fetch(behind[service], {
        method: "POST",
        headers: headersOf(request),
        body: isTable ? JSON.stringify({ ...input, ReturnConsumedCapacity: "TOTAL" }) : body,
      });
      const text = await answer.text();
      if (isTable) recorder.calls[index] = { name, service, during, step: mine, ...unitsIn(name, text) };
      return { status: answer.status, type: answer.headers.get("content-type") ?? "", text };
    } finally {
      inFlight -= 1;
    }
  }

  const server = createServer((request, response) => {
    pass(request).then(
      ({ status, type, text }) => response.writeHead(status, { "content-type": type }).end(text),
      (error: Error) => {
        console.error(error.message);
        response.destroy();
      },
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  for (const [service, variable] of Object.entries(services) as [ServiceName, string][]) {
    behind[service] = environment[variable] ?? "";
    environment[variable] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  return recorder;

  async function stop(): Promise<void> {
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  }
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const { host: _host, connection: _connection, "content-length": _length, ...kept } = request.headers;
  return kept as Record<string, string>;
}

/** A refused write is charged too, but no answer says how much: a flow with one cannot be counted. */
function unitsIn(name: string, text: string): { reads: number; writes: number } {
  const { ConsumedCapacity } = JSON.parse(text) as { ConsumedCapacity?: Consumed | Consumed[] };
  if (ConsumedCapacity === undefined) throw new Error(`${name} does not say what it consumed: ${text.slice(0, 200)}`);
  const units = [ConsumedCapacity].flat().reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
  return /\.(Batch|Transact)?(Get|Query|Scan)/.test(name) ? { reads: units, writes: 0 } : { reads: 0, writes: units };
}

export const unitsOf = (calls: readonly RecordedCall[]) => ({
  reads: calls.reduce((sum, { reads }) => sum + reads, 0),
  writes: calls.reduce((sum, { writes }) => sum + writes, 0),
});

export const countOf = (calls: readonly RecordedCall[], service: ServiceName): number =>
  calls.filter((call) => call.service === service).length;
