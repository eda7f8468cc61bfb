import { describe, expect, it } from "vitest";
import { dynamoCountyStates } from "../../functions/adapters/county-states.ts";
import { dynamo as tables } from "../../functions/adapters/dynamo.ts";
import { realWorlds } from "./real-world.ts";
import type { World } from "./world.ts";

const make = await realWorlds();

/** Two processes that know each other by the table only; each world is on days of its own, so what was noted before is old. */
function processes(world: World) {
  const dynamo = tables("ports-");
  const process = () => dynamoCountyStates({ ...world, dynamo });
  return { one: process(), other: process() };
}

const stateIn = async (world: World, states = processes(world).other) => (await states.all(["KHH", "TPE"])).KHH;

describe("how a county is, from recent outcomes (M3)", () => {
  it("is well when nothing is known", async () => {
    expect(await stateIn(make())).toBe("up");
  });

  it("is down after three silences in a row, in every process, and the other counties are not", async () => {
    const world = make();
    const { one, other } = processes(world);
    for (let time = 0; time < 2; time += 1) await one.note("KHH", "down");
    expect(await stateIn(world)).toBe("up");
    await other.note("KHH", "down");
    expect(await processes(world).one.all(["KHH", "TPE"])).toEqual({ KHH: "down", TPE: "up" });
  });

  it("is slow after three slow answers, or silences with slow answers between", async () => {
    const world = make();
    const { one } = processes(world);
    await one.note("KHH", "slow");
    await one.note("KHH", "slow");
    await one.note("KHH", "down");
    expect(await stateIn(world)).toBe("slow");
  });

  it("is well again at the first good answer that a process which knew of the trouble sees", async () => {
    const world = make();
    const { one, other } = processes(world);
    for (let time = 0; time < 3; time += 1) await one.note("KHH", "down");
    expect(await stateIn(world, other)).toBe("down");
    await other.note("KHH", "good");
    expect(await stateIn(world)).toBe("up");
  });

  it("is well ten minutes after the last trouble, and old troubles do not count with new ones", async () => {
    const world = make();
    const { one } = processes(world);
    for (let time = 0; time < 3; time += 1) await one.note("KHH", "down");
    world.clock.advanceBy({ minutes: 10, seconds: 1 });
    expect(await stateIn(world)).toBe("up");
    await one.note("KHH", "down");
    expect(await stateIn(world)).toBe("up");
  });

  it("writes nothing for good answers of a county that is well", async () => {
    const world = make();
    const before = await world.rows("limits");
    const { one } = processes(world);
    await one.all(["KHH"]);
    await one.note("HUA", "good");
    expect(await world.rows("limits")).toEqual(before);
  });
});
