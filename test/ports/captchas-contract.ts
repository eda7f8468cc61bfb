import { describe, expect, it } from "vitest";
import { policies } from "../../functions/contract/policy.ts";
import { atOnce } from "./steps.ts";
import type { MakeWorld } from "./world.ts";

/** Work that a test does in no time; how much it is in earnest is data. */
const light = { ...policies.seed.captcha.work, cost: 1, fewestRounds: 1, mostRounds: 4 };
const policy = { ...policies.seed, captcha: { ...policies.seed.captcha, work: light } };

export function captchasContract(name: string, make: MakeWorld): void {
  describe(`a captcha of three digits ${name} (M25)`, () => {
    it("can be read for the loudspeaker as often as one likes, which spends nothing", async () => {
      const { captchas, clock, policy } = make();
      const { token, life } = await captchas.issue("register", "042");
      expect(life).toBe(policy.captcha.life);
      const content = { form: "register", digits: "042", expiresAt: clock.now() + life * 1_000 };
      for (let time = 0; time < 3; time += 1) expect(await captchas.read(token)).toMatchObject(content);
      expect(await captchas.redeem("register", { token, digits: "042" })).toEqual({ right: true, kind: "digits" });
    });

    it("is redeemed once, also by many at the same time (T14)", async () => {
      const { captchas } = make();
      const { token } = await captchas.issue("sign-in", "123");
      const outcomes = await atOnce(12, () => captchas.redeem("sign-in", { token, digits: "123" }));
      expect(outcomes.filter(({ right }) => right)).toHaveLength(1);
    });

    it("is spent by a wrong answer too: nobody tries twice at one picture (T14)", async () => {
      const { captchas } = make();
      const { token } = await captchas.issue("sign-in", "123");
      expect((await captchas.redeem("sign-in", { token, digits: "124" })).right).toBe(false);
      expect((await captchas.redeem("sign-in", { token, digits: "123" })).right).toBe(false);
    });

    it("takes full-width digits and spaces around them as the same digits", async () => {
      const { captchas } = make();
      const { token } = await captchas.issue("sign-in", "123");
      expect((await captchas.redeem("sign-in", { token, digits: " １２３ " })).right).toBe(true);
    });

    it("is of no use on another form (T14)", async () => {
      const { captchas } = make();
      const { token } = await captchas.issue("sign-in", "123");
      expect((await captchas.check("register", { token, digits: "123" })).right).toBe(false);
      expect((await captchas.redeem("register", { token, digits: "123" })).right).toBe(false);
    });

    it("is taken after 3 min 00 s and not after 3 min 01 s (T11, T14)", async () => {
      for (const [seconds, right] of [
        [0, true],
        [1, false],
      ] as const) {
        const { captchas, clock } = make();
        const { token } = await captchas.issue("sign-in", "123");
        clock.advanceBy({ minutes: 3, seconds });
        expect((await captchas.read(token)) !== undefined).toBe(right);
        expect((await captchas.redeem("sign-in", { token, digits: "123" })).right).toBe(right);
      }
    });

    it("can be checked first and spent in the caller's own transaction, then it is spent (S0)", async () => {
      const { captchas, lookUps, ids } = make();
      const { token } = await captchas.issue("register", "123");
      const answer = { token, digits: "123" };
      const checked = await captchas.check("register", answer);
      expect(checked).toMatchObject({ right: true, kind: "digits", id: expect.any(String) });
      expect(await captchas.check("register", answer)).toEqual(checked);
      const school = { code: "383601", level: "國小" };
      const asked = { personKey: ids.id(), client: ids.id(), school, role: "student" as const, fromSchool: false };
      expect(await lookUps.reserve({ ...asked, captcha: checked })).toBe("ok");
      expect((await captchas.redeem("register", answer)).right).toBe(false);
    });

    it("is not known when it is not ours", async () => {
      const { captchas } = make();
      const { token } = await captchas.issue("sign-in", "123");
      for (const forged of ["", "made up", `${token}x`, token.slice(1)]) {
        expect(await captchas.read(forged)).toBeUndefined();
        expect(await captchas.check("sign-in", { token: forged, digits: "123" })).toMatchObject({
          right: false,
          id: undefined,
        });
        expect((await captchas.redeem("sign-in", { token: forged, digits: "123" })).right).toBe(false);
      }
    });
  });

  describe(`a proof of work ${name} (M25)`, () => {
    it("is redeemed once, also by many at the same time (T14)", async () => {
      const { captchas, solve } = make(policy);
      const proof = await solve(await captchas.work("sign-in"));
      const outcomes = await atOnce(6, () => captchas.redeem("sign-in", { proof }));
      expect(outcomes.filter(({ right }) => right)).toHaveLength(1);
      expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(["proof-of-work"]));
    });

    it("is of no use on another form, and stays good on its own", async () => {
      const { captchas, solve } = make(policy);
      const proof = await solve(await captchas.work("sign-in"));
      expect((await captchas.redeem("register", { proof })).right).toBe(false);
      expect((await captchas.redeem("sign-in", { proof })).right).toBe(true);
    });

    it("is taken after 10 min 00 s and not after 10 min 01 s (T11)", async () => {
      for (const [seconds, right] of [
        [0, true],
        [1, false],
      ] as const) {
        const { captchas, clock, solve } = make(policy);
        const proof = await solve(await captchas.work("sign-in"));
        clock.advanceBy({ minutes: 10, seconds });
        expect((await captchas.check("sign-in", { proof })).right).toBe(right);
      }
    });

    it("is not taken when no work was done for it, or when it is no proof at all", async () => {
      const { captchas, solve } = make(policy);
      await captchas.work("sign-in");
      const other = make(policy);
      const foreign = (await solve(await other.captchas.work("sign-in"))).slice(0, -8);
      for (const proof of ["", "made up", "{}", "null", Buffer.from("{}").toString("base64"), foreign]) {
        const checked = await captchas.check("sign-in", { proof });
        expect(checked).toMatchObject({ right: false, id: undefined, kind: "proof-of-work" });
        expect((await captchas.redeem("sign-in", { proof })).right).toBe(false);
      }
    });
  });
}
