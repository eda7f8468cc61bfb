import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import { afterAll } from "vitest";
import { startProxiedService } from "../faults/proxied-service.ts";

export type Asked = { id: number; event: APIGatewayProxyEventV2; now: number; held: boolean } | { go: true };
type Told = { id: number; result: APIGatewayProxyStructuredResultV2 } | { holds: number } | { ready: true };

const script = fileURLToPath(new URL("./worker.ts", import.meta.url));
const count = 4;

/**
 * The handlers in four processes of their own, so that no lock inside a process can hide a race, and one
 * barrier. Browsers are spread over the processes by turns; whatever is asked between `hold` and `release` starts at once.
 */
export async function startRace() {
  const { service, lane, proxy } = await startProxiedService();
  const workers = await Promise.all(
    Array.from({ length: count }, async () => {
      const worker = fork(script, { env: { ...process.env, ...service.environment }, execArgv: [] });
      const gone = once(worker, "exit").then(() => [undefined]);
      const [told] = (await Promise.race([once(worker, "message"), gone])) as [Told | undefined];
      if (told === undefined || !("ready" in told)) throw new Error("a worker did not start");
      return worker;
    }),
  );
  afterAll(() => Promise.all(workers.map(end)));

  const answers = new Map<number, (result: APIGatewayProxyStructuredResultV2) => void>();
  let [asked, holding, onHold] = [0, false, 0];
  let allHold = () => {};
  for (const worker of workers) {
    worker.on("message", (told: Told) => {
      if ("id" in told) answers.get(told.id)?.(told.result);
      else if ("holds" in told && --onHold === 0) allHold();
    });
  }

  function invoke(event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> {
    asked += 1;
    const id = asked;
    if (holding) onHold += 1;
    workers[id % count]?.send({ id, event, now: service.clock.now(), held: holding } satisfies Asked);
    return new Promise((resolve) => {
      answers.set(id, (result) => {
        answers.delete(id);
        resolve(result);
      });
    });
  }

  return {
    service,
    lane,
    proxy,
    browser: (address?: string) => service.browser(address, invoke),
    /** Starts all of these presses at the same moment, each one request, over all processes. */
    async atOnce<T>(presses: readonly (() => Promise<T>)[]): Promise<T[]> {
      const everyoneHolds = new Promise<void>((resolve) => {
        allHold = resolve;
      });
      holding = true;
      const replies = Promise.all(presses.map((press) => press()));
      holding = false;
      await everyoneHolds;
      for (const worker of workers) worker.send({ go: true } satisfies Asked);
      return replies;
    },
  };
}

async function end(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null || worker.signalCode !== null) return;
  const gone = once(worker, "exit");
  worker.disconnect();
  await gone;
}

/** How many there are of each: `{"200": 1, "code-wrong": 7}`. */
export function tally(replies: readonly { status: number; body: { code?: string } }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status, body } of replies) counts[body.code ?? status] = (counts[body.code ?? status] ?? 0) + 1;
  return counts;
}
