import { describe, expect, it } from "vitest";
import { keptAnswer } from "../../functions/adapters/counties/kept-answer.ts";
import { CountyTrouble } from "../../functions/ports/county-providers.ts";
import { TestClock } from "../service/clock.ts";
import { troubleOf } from "./code-flow-world.ts";

/** Answers "1", "2", … for 100 s each, kept 1,000 s at most, asked for every 10 s at most. */
function kept() {
  const world = { clock: new TestClock(), asked: 0, down: false };
  const load = async () => {
    world.asked += 1;
    if (world.down) throw new CountyTrouble("down", "failing");
    return `${world.asked}`;
  };
  return Object.assign(world, keptAnswer(load, { fresh: 100, atMost: 1_000, gap: 10 }, world.clock));
}

describe("what a county publishes, kept by a process (T37)", () => {
  it("who has seen only the old answer gets the one that came meanwhile, without another asking", async () => {
    const world = kept();
    const old = await world.get();
    world.clock.advanceBy({ seconds: 11 });
    expect(await world.newer(old)).toBe("2");
    expect(await world.newer(old)).toBe("2");
    expect(await world.newer("2")).toBeUndefined();
    expect(world.asked).toBe(2);
  });

  it("an asking that failed counts as one, and is over", async () => {
    const world = kept();
    const old = await world.get();
    world.clock.advanceBy({ seconds: 11 });
    world.down = true;
    expect(await troubleOf(world.newer(old))).toBe("down: failing");
    expect(await world.newer(old)).toBeUndefined();
    world.clock.advanceBy({ seconds: 11 });
    world.down = false;
    expect(await world.newer(old)).toBe("3");
  });

  it("with nothing known yet each who comes asks", async () => {
    const world = kept();
    world.down = true;
    expect(await troubleOf(world.get())).toBe("down: failing");
    world.down = false;
    expect(await world.get()).toBe("2");
  });
});
