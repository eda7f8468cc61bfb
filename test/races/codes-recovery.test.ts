import { describe, expect, it } from "vitest";
import { fixedRandom } from "../../lib/local/seed/random.ts";
import { rowsBehind } from "../faults/rows.ts";
import type { Browser } from "../service/browser.ts";
import { solvedCaptcha } from "../service/people.ts";
import { accountLike, ask, check, codeAt, type Forgetful, other } from "../verify-code/forgetful.ts";
import { startRace, tally } from "./workers.ts";

const race = await startRace();
const { service, lane } = race;
const rows = rowsBehind(race.proxy.behind.dynamodb, service.prefix);
const seed = 613;
const random = fixedRandom(seed);

async function withCode() {
  const account = await accountLike(service);
  const browser = race.browser();
  await ask(browser, account.accountName);
  return { browser, account, code: await codeAt(service, account.email) };
}

const copies = (browser: Browser, many: number) => Array.from({ length: many }, () => browser.copy());
const wrongBookings = () =>
  lane.calls.filter(({ name, body }) => name === "dynamodb.UpdateItem limits" && body.includes("codes-in-a-row#"));
const grantsOf = async ({ userId }: Forgetful) =>
  (await rows.all("flows")).filter((flow) => flow.kind === "reset" && flow.userId === userId);

describe(`guessing a code for who forgot (T06; seed ${seed})`, () => {
  it("50 wrong codes at once, then the right one: 5 evaluated and counted, no grant; 4 times", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { browser, account, code } = await withCode();
      lane.mend();
      const guesses = Array.from({ length: 50 }, () => other(code, 1 + random.below(999_999)));
      const replies = await race.atOnce(copies(browser, 50).map((tab, index) => () => check(tab, guesses[index]!)));
      expect(tally(replies), `seed ${seed}, round ${round}`).toEqual({ "code-wrong": 50 });
      expect(wrongBookings()).toHaveLength(5);
      expect((await check(browser, code)).body.code).toBe("code-wrong");
      expect(await grantsOf(account)).toEqual([]);
      const inARow = (await rows.all("limits")).find(({ limit }) => limit === `codes-in-a-row#${account.userId}`);
      expect(inARow?.wrong).toBe(5);
    }
  });
});

describe("the right code at the same time (T07, I3)", () => {
  it("8 presses with the same code: 1 success and 1 grant, 7 refused; 15 times", async () => {
    for (let round = 0; round < 15; round += 1) {
      const { browser, account, code } = await withCode();
      const tabs = copies(browser, 8);
      const replies = await race.atOnce(
        tabs.map((tab, index) => () => check(tab, code, "reset", `press-${round}-${index}-0123456789`)),
      );
      expect(tally(replies), `round ${round}`).toEqual({ 200: 1, "code-wrong": 7 });
      expect(await grantsOf(account)).toHaveLength(1);
      const winner = tabs[replies.findIndex(({ status }) => status === 200)]!;
      expect((await winner.call("GET /api/reset-password")).body.state).toBe("open");
    }
  });

  it("one press that arrives 4 times is one success, one answer and one grant that all may use (T46); 8 times", async () => {
    for (let round = 0; round < 8; round += 1) {
      const { browser, account, code } = await withCode();
      const tabs = copies(browser, 4);
      const replies = await race.atOnce(
        tabs.map((tab) => () => check(tab, code, "reset", `one-press-${round}-0123456789`)),
      );
      expect(tally(replies), `round ${round}`).toEqual({ 200: 4 });
      expect(await grantsOf(account)).toHaveLength(1);
      for (const tab of tabs) expect((await tab.call("GET /api/reset-password")).body.state).toBe("open");
    }
  });
});

describe("asking for codes (T13, T04, I6)", () => {
  it("20 browsers ask for one account at once: 1 message, 19 told to wait, as for a name nobody has; 3 times", async () => {
    for (let round = 0; round < 3; round += 1) {
      const { accountName, email } = await accountLike(service);
      for (const name of [accountName, `u${service.random(5)}`]) {
        const asking = await Promise.all(
          Array.from({ length: 20 }, async () => {
            const browser = race.browser();
            return { browser, captcha: await solvedCaptcha(browser, "reset-password") };
          }),
        );
        const body = { purpose: "reset", accountName: name, language: "zh-TW" };
        const replies = await race.atOnce(
          asking.map(
            ({ browser, captcha }) =>
              () =>
                browser.call("POST /api/verify-code/send", { ...body, captcha }),
          ),
        );
        expect(tally(replies), `round ${round}`).toEqual({ 200: 1, "code-wait": 19 });
      }
      await Promise.all([service.jobs({ job: "send-messages" }), service.jobs({ job: "send-messages" })]);
      expect(service.sent(email)).toHaveLength(1);
    }
  });
});
