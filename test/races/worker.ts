import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { systemIds } from "../../functions/adapters/system.ts";
import { quickHashes } from "../service/quick-hashes.ts";
import { wireApi } from "../service/wired.ts";
import type { Asked } from "./workers.ts";

/**
 * One process with the wired handlers, as one Lambda instance among several. The clock is the race's: it comes with each event.
 * An event that is `held` waits for the barrier.
 */
let now = 0;
const surroundings = {
  environment: process.env,
  clock: { now: () => now },
  ids: systemIds,
  slowCost: quickHashes.slowCost,
};
const invoke = await wireApi(surroundings);
const held: (() => void)[] = [];

async function answer(id: number, event: APIGatewayProxyEventV2): Promise<void> {
  process.send?.({ id, result: await invoke(event) });
}

process.on("message", (asked: Asked) => {
  if ("go" in asked) {
    for (const start of held.splice(0)) start();
    return;
  }
  now = asked.now;
  if (!asked.held) return void answer(asked.id, asked.event);
  held.push(() => void answer(asked.id, asked.event));
  process.send?.({ holds: asked.id });
});
process.send?.({ ready: true });
