import { describe, it } from "vitest";
import type { Reply } from "../service/browser.ts";
import { activateCells, type activateRoute } from "./activate-cells.ts";
import { type Activator, activator, expectActivationEnd, press } from "./activate-lane.ts";
import { leavesAnError } from "./cells.ts";
import { goneAway, type OnePress, pressedAgain } from "./one-fault.ts";
import { startRegistrationLanes } from "./registration-lane.ts";
import { sweep } from "./reset-lane.ts";

const lanes = await startRegistrationLanes(3);
const activation: OnePress<Activator, Reply<typeof activateRoute>> = {
  start: activator,
  press,
  sweep,
  expectEnd: (at, who, told, label) => expectActivationEnd(at, who, told !== undefined, label),
};

describe.concurrent("an activation with one fault, the person presses again at most once (T45, T46, §5.2)", () => {
  it.each(activateCells)("$cell: the account is enabled with the new password", (cell) =>
    lanes.use((at) => pressedAgain(at, activation, cell)),
  );
});

describe.concurrent("an activation with one fault, the person goes away (T45, §5.2)", () => {
  it.each(activateCells.filter(leavesAnError))("$cell: enabled, or still disabled and to be started again", (cell) =>
    lanes.use((at) => goneAway(at, activation, cell)),
  );
});
