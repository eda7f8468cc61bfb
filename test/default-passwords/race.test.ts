import { describe, expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import { startRace, tally } from "../races/workers.ts";
import { accountIn, userIdOf } from "../reset-password/holder.ts";
import { solvedCaptcha, withAccount } from "../service/people.ts";
import { issuedTo, wrongOne } from "./issued.ts";

const race = await startRace();
const { service } = race;
const rows = rowsBehind(race.proxy.behind.dynamodb, service.prefix);

/** Presses of the button, each in a browser of its own, captchas solved. */
async function presses(accountName: string, tried: readonly string[]) {
  return Promise.all(
    tried.map(async (defaultPassword) => {
      const browser = race.browser();
      const captcha = await solvedCaptcha(browser, "reset-password");
      return () => browser.call("POST /api/reset-password/default-password", { accountName, defaultPassword, captcha });
    }),
  );
}

describe("a default password under many hands (T16, RACE)", () => {
  it("50 right uses at once open one grant", async () => {
    const { accountName } = await withAccount(service);
    const paper = await issuedTo(service, accountName);
    const replies = await race.atOnce(await presses(accountName, Array(50).fill(paper)));
    expect(tally(replies)).toEqual({ 200: 1, "default-password-wrong": 49 });
    expect(replies.flatMap(({ setCookies }) => setCookies)).toHaveLength(1);
  });

  it("50 wrong ones at once: five are looked at, and the right one comes too late", async () => {
    const { accountName } = await withAccount(service);
    const paper = await issuedTo(service, accountName);
    const replies = await race.atOnce(await presses(accountName, Array(50).fill(wrongOne)));
    expect(tally(replies)).toEqual({ "default-password-wrong": 50 });
    const { defaultTries } = await accountIn(rows, await userIdOf(service, accountName));
    expect(defaultTries).toBe(5);
    expect(tally(await race.atOnce(await presses(accountName, [paper])))).toEqual({ "default-password-wrong": 1 });
  });
});
