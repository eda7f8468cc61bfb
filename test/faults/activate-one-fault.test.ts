import { describe, expect, it } from "vitest";
import { activateCells } from "./activate-cells.ts";
import { activator, expectActivationEnd, press } from "./activate-lane.ts";
import { startRegistrationLanes } from "./registration-lane.ts";
import { sweep } from "./reset-lane.ts";

const lanes = await startRegistrationLanes(3);

describe.concurrent("an activation with one fault, the person presses again at most once (T45, T46, §5.2)", () => {
  it.each(activateCells)("$cell: the account is enabled with the new password", ({ cell, fault }) =>
    lanes.use(async (at) => {
      const who = await activator(at);
      const armed = at.lane.fault(fault);
      const first = await press(at, who);
      const last = first?.status === 200 ? first : await press(at, who);
      expect(armed.struck(), cell).toBeGreaterThan(0);
      expect(last?.status, cell).toBe(200);
      at.lane.mend();
      await sweep(at);
      await expectActivationEnd(at, who, true, cell);
    }),
  );
});

/** A call that the SDK repeats with success leaves nobody with an error. */
const failing = activateCells.filter(({ fault }) => fault.tries !== "one" && fault.mode !== "dup");

describe.concurrent("an activation with one fault, the person goes away (T45, §5.2)", () => {
  it.each(failing)("$cell: enabled, or still disabled and to be started again", ({ cell, fault }) =>
    lanes.use(async (at) => {
      const who = await activator(at);
      const armed = at.lane.fault(fault);
      const reply = await press(at, who);
      expect(armed.struck(), cell).toBeGreaterThan(0);
      at.lane.mend();
      await sweep(at);
      await expectActivationEnd(at, who, reply?.status === 200, cell);
    }),
  );
});
