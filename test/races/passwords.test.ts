import { describe, expect, it } from "vitest";
import type { Browser } from "../service/browser.ts";
import { goodPassword, signIn, solvedCaptcha, withAccount } from "../service/people.ts";
import { startRace, tally } from "./workers.ts";

const race = await startRace();
const { service, lane } = race;

/** Presses of the sign-in button, each in a browser of its own at an address of its own, captchas solved. */
async function pressesAt(accountName: string, passwords: readonly string[], from?: Browser) {
  return Promise.all(
    passwords.map(async (password) => {
      const browser = from?.copy() ?? race.browser();
      const captcha = await solvedCaptcha(browser, "sign-in");
      return () => browser.call("POST /api/sign-in", { accountName, password, captcha });
    }),
  );
}

const wrong = (many: number) => Array.from({ length: many }, (_, index) => `Wombats-${index}-2026-x`);

/** Passwords that the vault was asked to judge, by the user they were tried at. */
function evaluatedAt(): { account: number; decoy: number } {
  const users = lane.calls
    .filter(({ name }) => name === "cognito.AdminInitiateAuth")
    .map(({ input }) => (input.AuthParameters as { USERNAME: string }).USERNAME);
  const decoy = users.filter((user) => user.startsWith("decoy-")).length;
  return { account: users.length - decoy, decoy };
}

describe("guessing a password (T01)", () => {
  it("50 wrong ones at once: 5 evaluated, all answered alike, and the right one has to wait; 2 times", async () => {
    for (let round = 0; round < 2; round += 1) {
      const { accountName } = await withAccount(service);
      const presses = await pressesAt(accountName, wrong(50));
      lane.mend();
      expect(tally(await race.atOnce(presses)), `round ${round}`).toEqual({ "sign-in-failed": 50 });
      expect(evaluatedAt()).toEqual({ account: 5, decoy: 45 });

      expect((await signIn(race.browser(), accountName)).body.code).toBe("sign-in-failed");
      expect(evaluatedAt().account).toBe(5);
      service.clock.advanceBy({ seconds: 31 });
      expect((await signIn(race.browser(), accountName)).status).toBe(200);
    }
  });

  it("8 at once at the end of each wait: 1 evaluated, and each wait is twice the last one, up to 15 minutes", async () => {
    const { accountName } = await withAccount(service);
    await race.atOnce(await pressesAt(accountName, wrong(5)));
    for (const wait of [30, 60, 120, 240, 480, 900, 900]) {
      lane.mend();
      service.clock.advanceBy({ seconds: wait - 1 });
      await race.atOnce(await pressesAt(accountName, wrong(1)));
      expect(evaluatedAt().account, `${wait} s, a second too early`).toBe(0);
      service.clock.advanceBy({ seconds: 1 });
      await race.atOnce(await pressesAt(accountName, wrong(8)));
      expect(evaluatedAt().account, `${wait} s`).toBe(1);
    }
  });

  it("a known device has 10 tries of its own under the same load, and shuts nobody else out (T03)", async () => {
    const { accountName } = await withAccount(service);
    const browser = race.browser();
    await signIn(browser, accountName);
    const presses = await pressesAt(accountName, wrong(25), browser);
    lane.mend();
    expect(tally(await race.atOnce(presses))).toEqual({ "sign-in-failed": 25 });
    expect(evaluatedAt().account).toBe(10);
    lane.mend();
    expect((await signIn(race.browser(), accountName)).status).toBe(200);
  });
});

describe("the right password at the same time", () => {
  it("5 people of one account at once all get in, and none of it counts as a try (T01); 5 times", async () => {
    const { accountName } = await withAccount(service);
    for (let round = 0; round < 5; round += 1) {
      const presses = await pressesAt(accountName, Array(5).fill(goodPassword));
      expect(tally(await race.atOnce(presses)), `round ${round}`).toEqual({ 200: 5 });
    }
  });

  it("one captcha in 20 sign-ins at once is good for one of them (T14, M25)", async () => {
    const { accountName } = await withAccount(service);
    const browser = race.browser();
    const captcha = await solvedCaptcha(browser, "sign-in");
    const body = { accountName, password: goodPassword, captcha };
    const replies = await race.atOnce(
      Array.from({ length: 20 }, () => browser.copy()).map((tab) => () => tab.call("POST /api/sign-in", body)),
    );
    expect(tally(replies)).toEqual({ 200: 1, "captcha-wrong": 19 });
  });
});
