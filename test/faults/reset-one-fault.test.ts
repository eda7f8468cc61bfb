import { describe, it } from "vitest";
import type { Reply } from "../service/browser.ts";
import { leavesAnError } from "./cells.ts";
import { goneAway, type OnePress, pressedAgain } from "./one-fault.ts";
import { startRegistrationLanes } from "./registration-lane.ts";
import { resetCells, type resetRoute } from "./reset-cells.ts";
import { expectResetEnd, press, type Resetter, resetter, sweep } from "./reset-lane.ts";

const lanes = await startRegistrationLanes(3);
const resetting: OnePress<Resetter, Reply<typeof resetRoute>> = {
  start: resetter,
  press,
  sweep,
  expectEnd: (at, who, told, label) => expectResetEnd(at, who, told !== undefined, label),
};

describe.concurrent("a reset with one fault, the person presses again at most once (T45, T46, §5.2)", () => {
  it.each(resetCells)("$cell: the new password is set, nobody of before is signed in", (cell) =>
    lanes.use((at) => pressedAgain(at, resetting, cell)),
  );
});

describe.concurrent("a reset with one fault, the person goes away (T45, §5.2)", () => {
  it.each(resetCells.filter(leavesAnError))(
    "$cell: done, undone or never begun, and never a new password with old sessions",
    (cell) => lanes.use((at) => goneAway(at, resetting, cell)),
  );
});
