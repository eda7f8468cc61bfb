import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { systemIds } from "../../functions/adapters/system.ts";
import { type RouteKey, routes } from "../../functions/contract/routes.ts";
import type { Asked } from "./workers.ts";

/**
 * One process with the wired handlers, as one Lambda instance among several. The clock is the race's: it comes with each event.
 * An event that is `held` waits for the barrier.
 */
let now = 0;
const surroundings = { environment: process.env, clock: { now: () => now }, ids: systemIds };
const handlers = {
  captcha: (await import("../../functions/captcha/handler.ts")).wire(surroundings),
  register: (await import("../../functions/register/handler.ts")).wire(surroundings),
  "verify-code": (await import("../../functions/verify-code/handler.ts")).wire(surroundings),
  "sign-in": (await import("../../functions/sign-in/handler.ts")).wire(surroundings),
  "my-account": (await import("../../functions/my-account/handler.ts")).wire(surroundings),
};
const held: (() => void)[] = [];

async function answer(id: number, event: APIGatewayProxyEventV2): Promise<void> {
  const { function: name } = routes[event.routeKey as RouteKey];
  const handle = handlers[name] as unknown as (event: unknown, context: object) => Promise<unknown>;
  process.send?.({ id, result: await handle(event, {}) });
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
