import { expect, it } from "vitest";
import type { Dynamo } from "../../functions/adapters/dynamo.ts";
import { startParts } from "../service/service.ts";
import { factorWorld, withFactor } from "./world.ts";

await startParts();

/** Every single write arrives twice, as when the answer to the first was lost and the SDK tried again. */
function twice(inner: Dynamo): Dynamo {
  const send = async (command: never) => {
    await inner.send(command).catch(() => undefined);
    return inner.send(command);
  };
  return { ...inner, send: send as never };
}

it("a code whose writes were answered by nobody the first time is right all the same, and counted once (T45, T46)", async () => {
  const world = await factorWorld("factor-lost-", twice);
  const { factors, clock, shown, row } = world;
  const { userId, secret, recoveryCodes } = await withFactor(world);
  expect(await factors.check(userId, shown(secret))).toEqual({ outcome: "right" });
  expect(await factors.check(userId, shown(secret))).toEqual({ outcome: "wrong" });
  expect((await row("factors", userId))?.wrong).toBe(1);
  expect(await factors.check(userId, recoveryCodes[0] ?? "")).toEqual({ outcome: "right", recoveryCodesLeft: 9 });
  for (let count = 0; count < 5; count += 1) expect(await factors.check(userId, "x")).toEqual({ outcome: "wrong" });
  expect((await row("factors", userId))?.wrong).toBe(5);
  clock.advanceBy({ seconds: 30 });
  expect(await factors.check(userId, shown(secret))).toEqual({ outcome: "right" });
  expect((await row("factors", userId))?.wrong).toBe(0);
});
