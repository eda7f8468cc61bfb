import { describe, expect, it } from "vitest";
import { fixedRandom } from "../../lib/local/seed/random.ts";
import { rowsBehind } from "../faults/rows.ts";
import type { Browser } from "../service/browser.ts";
import { apply, codeSentTo, enrol, type Person } from "../service/people.ts";
import { startRace, tally } from "./workers.ts";

const race = await startRace();
const { service, lane } = race;
const rows = rowsBehind(race.proxy.behind.dynamodb, service.prefix);
const seed = 607;
const random = fixedRandom(seed);

let people = 0;
/** Somebody just before the codes are sent, at an address of their own. */
async function beforeTheCodes() {
  const [person] = (await enrol(service)) as [Person];
  people += 1;
  const accountName = `coded${people}`;
  const [email, mobile] = [`${accountName}@mail.test`, `09${String(people).padStart(5, "0")}000`];
  const browser = race.browser();
  await apply.identity(browser, person);
  await apply.consent(browser);
  await apply.account(browser, { accountName, email, mobile });
  return { browser, email, mobile: `+886${mobile.slice(1)}`, accountName };
}

async function withCodes() {
  const applicant = await beforeTheCodes();
  await apply.send(applicant.browser);
  return { ...applicant, code: codeSentTo(service, applicant.email) };
}

const copies = (browser: Browser, many: number) => Array.from({ length: many }, () => browser.copy());
const wrongCodes = (right: string, many: number) =>
  Array.from({ length: many }, () => String((Number(right) + 1 + random.below(999_990)) % 1_000_000).padStart(6, "0"));
const wrongBookings = () =>
  lane.calls.filter(({ name, body }) => name === "dynamodb.UpdateItem limits" && body.includes("code-wrong#"));

describe(`guessing a code (T06; seed ${seed})`, () => {
  it("50 wrong codes at once, then the right one: 5 evaluated, the right one refused; 5 times", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { browser, email, mobile, code } = await withCodes();
      const others = [code, codeSentTo(service, mobile)];
      const wrong = wrongCodes(code, 60)
        .filter((guess) => !others.includes(guess))
        .slice(0, 50);
      lane.mend();
      const tabs = copies(browser, 50);
      const replies = await race.atOnce(tabs.map((tab, index) => () => apply.check(tab, wrong[index]!)));
      expect(tally(replies), `seed ${seed}, round ${round}`).toEqual({ "code-wrong": 50 });
      expect(wrongBookings()).toHaveLength(5);
      expect(await apply.check(browser, codeSentTo(service, email))).toMatchObject({
        status: 422,
        body: { code: "code-wrong" },
      });
      expect(wrongBookings()).toHaveLength(5);
      const tries = (await rows.all("challenges")).map((challenge) => challenge.tries);
      expect(tries.filter((count) => Number(count) > 5)).toEqual([]);
    }
  });

  it("the right code among 50 wrong ones at once succeeds at most once, and no sixth is evaluated; 5 times", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { browser, mobile, code } = await withCodes();
      const others = [code, codeSentTo(service, mobile)];
      const guesses = wrongCodes(code, 60)
        .filter((guess) => !others.includes(guess))
        .slice(0, 49);
      guesses.splice(random.below(guesses.length), 0, code);
      lane.mend();
      const tabs = copies(browser, 50);
      const replies = await race.atOnce(tabs.map((tab, index) => () => apply.check(tab, guesses[index]!)));
      const { 200: right = 0, "code-wrong": refused } = tally(replies);
      expect(right + refused!, `seed ${seed}, round ${round}`).toBe(50);
      expect(right).toBeLessThanOrEqual(1);
      expect(wrongBookings().length + right).toBeLessThanOrEqual(5);
    }
  });
});

describe(`the right code at the same time (T07, I3; seed ${seed})`, () => {
  it("8 presses with the same code: 1 success, 7 refused; 25 times", async () => {
    for (let round = 0; round < 25; round += 1) {
      const { browser, code } = await withCodes();
      const tabs = copies(browser, 8);
      const replies = await race.atOnce(
        tabs.map((tab, index) => () => apply.check(tab, code, `press-${round}-${index}-0123456789`)),
      );
      expect(tally(replies), `round ${round}`).toEqual({ 200: 1, "code-wrong": 7 });
      const winner = tabs[replies.findIndex(({ status }) => status === 200)]!;
      expect((await winner.call("GET /api/register")).body.step).toBe("review");
    }
  });

  it("one press that arrives 4 times is one success with one answer (T46); 10 times", async () => {
    for (let round = 0; round < 10; round += 1) {
      const { browser, code } = await withCodes();
      const replies = await race.atOnce(
        copies(browser, 4).map((tab) => () => apply.check(tab, code, `one-press-${round}-0123456789`)),
      );
      expect(tally(replies), `round ${round}`).toEqual({ 200: 4 });
    }
  });
});

describe("asking for codes (T13, I6)", () => {
  it("20 presses at once: 1 message each way, 19 told to wait; again after the gap; 4 times", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { browser, email, mobile } = await beforeTheCodes();
      for (const sentSoFar of [1, 2]) {
        const replies = await race.atOnce(copies(browser, 20).map((tab) => () => apply.send(tab)));
        expect(tally(replies), `round ${round}`).toEqual({ 200: 1, "code-wait": 19 });
        expect([service.sent(email).length, service.sent(mobile).length]).toEqual([sentSoFar, sentSoFar]);
        service.clock.advanceBy({ seconds: 60 });
      }
      expect(new Set(service.sent(email).map(({ text }) => text)).size).toBe(1);
      expect((await rows.all("messages")).filter(({ dueShard }) => dueShard !== undefined)).toEqual([]);
    }
  });

  it("8 people with one parent's address at once: each gets their first code (T13)", async () => {
    const parent = "parent@mail.test";
    const browsers = await Promise.all(
      Array.from({ length: 8 }, async (_, child) => {
        const [person] = (await enrol(service)) as [Person];
        const browser = race.browser();
        await apply.identity(browser, person);
        await apply.consent(browser);
        await apply.account(browser, { accountName: `sibling${child}`, email: parent });
        return browser;
      }),
    );
    const replies = await race.atOnce(browsers.map((browser) => () => apply.send(browser)));
    expect(tally(replies)).toEqual({ 200: 8 });
    expect(service.sent(parent)).toHaveLength(8);
  });
});
