import { describe, it } from "vitest";
import type { Reply } from "../service/browser.ts";
import { leavesAnError } from "./cells.ts";
import { legacyLinkCells, type legacyLinkRoute } from "./legacy-link-cells.ts";
import { expectLinkEnd, type Joiner, joiner, press, sweep } from "./legacy-link-lane.ts";
import { goneAway, type OnePress, pressedAgain } from "./one-fault.ts";
import { startRegistrationLanes } from "./registration-lane.ts";

const lanes = await startRegistrationLanes(3);
const joining: OnePress<Joiner, Reply<typeof legacyLinkRoute>> = {
  start: joiner,
  press,
  sweep,
  expectEnd: (at, who, told, label) => expectLinkEnd(at, who, told !== undefined, label),
};

describe.concurrent("an old account is joined with one fault, the person presses again at most once (T43, T45, §5.2)", () => {
  it.each(legacyLinkCells)("$cell: joined, once", (cell) => lanes.use((at) => pressedAgain(at, joining, cell)));
});

describe.concurrent("an old account is joined with one fault, the person goes away (T43, T45, §5.2)", () => {
  it.each(legacyLinkCells.filter(leavesAnError))("$cell: joined with all that belongs to it, or not at all", (cell) =>
    lanes.use((at) => goneAway(at, joining, cell)),
  );
});
