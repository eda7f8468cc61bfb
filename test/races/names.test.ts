import { describe, expect, it } from "vitest";
import { fixedRandom } from "../../lib/local/seed/random.ts";
import { rowsBehind } from "../faults/rows.ts";
import type { Browser } from "../service/browser.ts";
import { apply, codeSentTo, enrol, type Person, signIn, solvedCaptcha } from "../service/people.ts";
import { startRace, tally } from "./workers.ts";

const race = await startRace();
const { service, lane } = race;
const rows = rowsBehind(race.proxy.behind.dynamodb, service.prefix);
const seed = 44;
const random = fixedRandom(seed);

/** Browsers of these people, each just before it asks for an account name. */
async function atTheAccountStep(people: readonly Person[]): Promise<Browser[]> {
  return Promise.all(
    people.map(async (person) => {
      const browser = race.browser();
      const { status, body } = await apply.identity(browser, person);
      if (status !== 200) throw new Error(`not at the account step: ${body.code}`);
      await apply.consent(browser);
      return browser;
    }),
  );
}

/** A look-up as one press: the captcha is solved before. */
async function lookUpReady(browser: Browser, person: Person) {
  const captcha = await solvedCaptcha(browser, "register");
  return () => browser.call("POST /api/register/identity", { ...person, captcha });
}

/** A person is looked up five times a day at most (T05): five browsers before midnight, three after. */
async function eightBrowsersOf(person: Person): Promise<Browser[]> {
  const day = 86_400_000;
  service.clock.advanceBy({ seconds: Math.floor((day - (service.clock.now() % day)) / 1_000) - 10 });
  const before = await atTheAccountStep(Array.from({ length: 5 }, () => person));
  service.clock.advanceBy({ seconds: 20 });
  return [...before, ...(await atTheAccountStep(Array.from({ length: 3 }, () => person)))];
}

const inAnyOrder = <T>(items: readonly T[]): T[] =>
  items
    .map((item) => ({ item, place: random.below(1_000_000) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ item }) => item);

describe(`many at once ask for one account name (T44; seed ${seed})`, () => {
  it("20 people: one has it, 19 are told that it is taken, and the vault is not asked; 10 times", async () => {
    for (let round = 0; round < 10; round += 1) {
      const accountName = `wanted${round}`;
      const browsers = inAnyOrder(await atTheAccountStep(await enrol(service, 20)));
      lane.mend();
      const replies = await race.atOnce(
        browsers.map(
          (browser, index) => () => apply.account(browser, { accountName, email: `r${round}.${index}@mail.test` }),
        ),
      );
      expect(tally(replies), `seed ${seed}, round ${round}`).toEqual({ 200: 1, "account-name-taken": 19 });
      expect(lane.names().filter((name) => name.startsWith("cognito."))).toEqual([]);
      const claims = (await rows.all("claims")).filter(({ claim }) => claim === `name#${accountName}`);
      expect(claims).toHaveLength(1);
      const winner = browsers[replies.findIndex(({ status }) => status === 200)]!;
      expect((await winner.call("GET /api/register")).body).toMatchObject({ step: "code", accountName });
    }
  });

  it("16 people whose name was let go 15 minutes ago: 14:59 nobody gets it, 15:01 exactly one (T44, T11)", async () => {
    const accountName = "abandoned.name";
    const [first, ...others] = await enrol(service, 17);
    const [owner] = await atTheAccountStep([first!]);
    await apply.account(owner!, { accountName, email: "gone@mail.test" });
    service.clock.advanceBy({ minutes: 14, seconds: 59 });
    const browsers = await atTheAccountStep(others);
    const ask = () =>
      race.atOnce(
        browsers.map((browser, index) => () => apply.account(browser, { accountName, email: `a${index}@mail.test` })),
      );
    expect(tally(await ask())).toEqual({ "account-name-taken": 16 });
    service.clock.advanceBy({ seconds: 2 });
    expect(tally(await ask())).toEqual({ 200: 1, "account-name-taken": 15 });
  });
});

describe(`one person applies in 8 browsers at once (T44, I2; seed ${seed})`, () => {
  it("one browser applies, the others are told so, and one account comes of it; 5 times", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [person] = (await enrol(service)) as [Person];
      const browsers = await eightBrowsersOf(person);
      lane.mend();
      const replies = await race.atOnce(
        browsers.map(
          (browser, index) => () =>
            apply.account(browser, { accountName: `mine${round}.${index}`, email: `p${round}.${index}@mail.test` }),
        ),
      );
      expect(tally(replies), `seed ${seed}, round ${round}`).toEqual({ 200: 1, "person-applying": 7 });
      const won = replies.findIndex(({ status }) => status === 200);
      const winner = browsers[won]!;
      await apply.send(winner);
      await apply.check(winner, codeSentTo(service, `p${round}.${won}@mail.test`));
      const tabs = Array.from({ length: 8 }, () => winner.copy());
      expect(tally(await race.atOnce(tabs.map((tab) => () => apply.complete(tab))))).toEqual({ 200: 8 });

      const accounts = (await rows.all("accounts")).filter(({ accountName }) =>
        String(accountName).startsWith(`mine${round}.`),
      );
      expect(accounts).toMatchObject([{ accountName: `mine${round}.${won}` }]);
      const audit = (await rows.all("audit")).filter(({ subject }) => subject === accounts[0]?.userId);
      expect(audit).toHaveLength(1);
      expect(service.sent(`p${round}.${won}@mail.test`).filter(({ text }) => text?.includes("已建立"))).toHaveLength(1);
      expect((await signIn(winner, `mine${round}.${won}`)).status).toBe(200);
      expect(
        tally(
          await race.atOnce(
            browsers.map(
              (browser) => () => apply.account(browser, { accountName: `again${round}`, email: "again@mail.test" }),
            ),
          ),
        ),
      ).toEqual({ "person-has-account": 8 });
    }
  });

  it("8 look-ups of one person at once: 5 a day are done, whoever asks (T05)", async () => {
    const [person] = (await enrol(service)) as [Person];
    const identities = await Promise.all(Array.from({ length: 8 }, () => lookUpReady(race.browser(), person)));
    expect(tally(await race.atOnce(identities))).toEqual({ 200: 5, "too-many-tries": 3 });
  });
});
