import { describe, expect, it } from "vitest";
import { leavesAnError } from "../faults/cells.ts";
import { goneAway, pressedAgain } from "../faults/one-fault.ts";
import { startRegistrationLanes } from "../faults/registration-lane.ts";
import { signIn } from "../service/people.ts";
import { expectWhole, notMeCells, notMeRoute, ownerAt, press, sweep } from "./not-me-lane.ts";

const lanes = await startRegistrationLanes(3);
const notMe = { start: ownerAt, press, sweep, expectEnd: expectWhole };

describe.concurrent("不是我 with one fault, the person presses again at most once (T45, §5.2)", () => {
  it.each(notMeCells)("$cell: frozen, told, one case", (cell) => lanes.use((at) => pressedAgain(at, notMe, cell)));
});

describe.concurrent("不是我 with one fault, the person goes away (T45, §5.2)", () => {
  it.each(notMeCells.filter(leavesAnError))("$cell: frozen or not, never half", (cell) =>
    lanes.use((at) => goneAway(at, notMe, cell)),
  );
});

describe.concurrent("somebody else is at the account in the same moment (T17)", () => {
  it("a thief who signs in between the read and the taking away has no session after it", () =>
    lanes.use(async (at) => {
      const who = await ownerAt(at);
      const late = at.browser();
      const act = async () => void (await signIn(late, who.accountName));
      const armed = at.lane.fault({
        mode: "meanwhile",
        at: "dynamodb.TransactWriteItems accounts+audit+cases+logouts+messages+once",
        during: notMeRoute,
        act,
      });
      const reply = await press(at, who);
      expect([armed.struck(), reply?.status]).toEqual([1, 200]);
      at.lane.mend();
      await sweep(at);
      await expectWhole(at, { ...who, signedIn: late }, reply, "meanwhile");
    }));
});
