import { describe, expect, it } from "vitest";
import { unbindFactor } from "../../functions/my-account/two-factor/unbind-factor.ts";

describe("a second factor taken off while the answer of ending the others breaks off", () => {
  it("stays until they have ended, and takes the owner's second press", async () => {
    let [off, ended] = [false, 0];
    const unbind = unbindFactor({
      accounts: { reserveTry: async () => ({ outcome: "reserved", wait: 0 }), giveBack: async () => undefined },
      credentials: { check: async () => true },
      devices: { read: async () => [] },
      factors: {
        unbind: async (_user: string, _code: string, { before }: { before: () => Promise<void> }) => {
          if (off) return { outcome: "off" };
          await before();
          off = true;
          return { outcome: "right" };
        },
      },
      sessions: {
        list: async () => [{ sessionKey: "other", startedAt: 0, lastSeenAt: 0, address: "", browser: "" }],
        endThese: async () => {
          ended += 1;
          if (ended === 1) throw Object.assign(new Error("x"), { name: "TransactionConflictException" });
          return 1;
        },
        rotate: async () => undefined,
      },
      metrics: { count: () => undefined },
    } as never);
    const request = {
      session: { userId: "u", sessionKey: "own" },
      body: { password: "p", code: "1" },
      cookies: {},
      language: "zh-TW",
    };
    const press = () =>
      unbind(request as never).then(
        () => "done",
        (error) => error.code ?? error.name,
      );
    expect([await press(), off, await press(), off, ended]).toEqual([
      "TransactionConflictException",
      false,
      "done",
      true,
      2,
    ]);
  });
});
