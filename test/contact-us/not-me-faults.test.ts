import { describe, expect, it } from "vitest";
import { startRegistrationLanes } from "../faults/registration-lane.ts";
import { signIn } from "../service/people.ts";
import { expectWhole, notMeCells, notMeRoute, ownerAt, press, sweep } from "./not-me-lane.ts";

const lanes = await startRegistrationLanes(3);

describe.concurrent("不是我 with one fault, the person presses again at most once (T45, §5.2)", () => {
  it.each(notMeCells)("$cell: frozen, told, one case", ({ cell, fault }) =>
    lanes.use(async (at) => {
      const who = await ownerAt(at);
      const armed = at.lane.fault(fault);
      const first = await press(at, who);
      const last = first?.status === 200 ? first : await press(at, who);
      expect(armed.struck(), cell).toBeGreaterThan(0);
      expect(last?.status, cell).toBe(200);
      at.lane.mend();
      await sweep(at);
      await expectWhole(at, who, last?.body, cell);
    }),
  );
});

/** A call that the SDK repeats with success leaves nobody with an error. */
const failing = notMeCells.filter(({ fault }) => fault.tries !== "one" && fault.mode !== "dup");

describe.concurrent("不是我 with one fault, the person goes away (T45, §5.2)", () => {
  it.each(failing)("$cell: frozen or not, never half", ({ cell, fault }) =>
    lanes.use(async (at) => {
      const who = await ownerAt(at);
      const armed = at.lane.fault(fault);
      const reply = await press(at, who);
      expect(armed.struck(), cell).toBeGreaterThan(0);
      at.lane.mend();
      await sweep(at);
      await expectWhole(at, who, reply?.status === 200 ? reply.body : undefined, cell);
    }),
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
      await expectWhole(at, { ...who, thief: late }, reply?.body, "meanwhile");
    }));
});
