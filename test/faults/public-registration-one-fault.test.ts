import { describe, it } from "vitest";
import { leavesAnError } from "./cells.ts";
import { goneAway, pressedAgain } from "./one-fault.ts";
import { byCode, byLink, codeCells, linkCells, registerCells, registering } from "./public-registration-lane.ts";
import { startRegistrationLanes } from "./registration-lane.ts";

const lanes = await startRegistrationLanes(3);

describe.concurrent("啟用帳號 with one fault, the person presses again at most once (M20, T45, T46)", () => {
  it.each(linkCells)("by the link, $cell: one account, one welcome", (cell) =>
    lanes.use((at) => pressedAgain(at, byLink, cell)),
  );
  it.each(codeCells)("by the code, $cell: one account, one welcome", (cell) =>
    lanes.use((at) => pressedAgain(at, byCode, cell)),
  );
});

describe.concurrent("啟用帳號 with one fault, the person goes away (M20, T45)", () => {
  it.each(linkCells.filter(leavesAnError))("by the link, $cell: an account, or a free address (I1, I2)", (cell) =>
    lanes.use((at) => goneAway(at, byLink, cell)),
  );
  it.each(codeCells.filter(leavesAnError))("by the code, $cell: an account, or a free address (I1, I2)", (cell) =>
    lanes.use((at) => goneAway(at, byCode, cell)),
  );
});

describe.concurrent("註冊 with one fault (M20, T45)", () => {
  it.each(registerCells)("$cell: who is told of a mail gets it and activates by it", (cell) =>
    lanes.use((at) => pressedAgain(at, registering, cell)),
  );
  it.each(registerCells.filter(leavesAnError))("$cell, the person goes away: the address is free", (cell) =>
    lanes.use((at) => goneAway(at, registering, cell)),
  );
});
