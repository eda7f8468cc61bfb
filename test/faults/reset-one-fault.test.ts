import { describe, expect, it } from "vitest";
import { startRegistrationLanes } from "./registration-lane.ts";
import { resetCells } from "./reset-cells.ts";
import { expectResetEnd, press, resetter, sweep } from "./reset-lane.ts";

const lanes = await startRegistrationLanes(3);

describe.concurrent("a reset with one fault, the person presses again at most once (T45, T46, §5.2)", () => {
  it.each(resetCells)("$cell: the new password is set, nobody of before is signed in", ({ cell, fault }) =>
    lanes.use(async (at) => {
      const who = await resetter(at);
      const armed = at.lane.fault(fault);
      const first = await press(at, who);
      const last = first?.status === 200 ? first : await press(at, who);
      expect(armed.struck(), cell).toBeGreaterThan(0);
      expect(last?.status, cell).toBe(200);
      at.lane.mend();
      await sweep(at);
      await expectResetEnd(at, who, true, cell);
    }),
  );
});

/** A call that the SDK repeats with success leaves nobody with an error. */
const failing = resetCells.filter(({ fault }) => fault.tries !== "one" && fault.mode !== "dup");

describe.concurrent("a reset with one fault, the person goes away (T45, §5.2)", () => {
  it.each(failing)(
    "$cell: done, undone or never begun, and never a new password with old sessions",
    ({ cell, fault }) =>
      lanes.use(async (at) => {
        const who = await resetter(at);
        const armed = at.lane.fault(fault);
        const reply = await press(at, who);
        expect(armed.struck(), cell).toBeGreaterThan(0);
        at.lane.mend();
        await sweep(at);
        await expectResetEnd(at, who, reply?.status === 200, cell);
      }),
  );
});
