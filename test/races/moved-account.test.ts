import { describe, expect, it } from "vitest";
import { rowsBehind } from "../faults/rows.ts";
import { expectAddresses, ownerOf } from "../my-account/addresses.ts";
import { askCode, changeTo, newAttempt, saveContact, undo, undoTokenSentTo } from "../my-account/owner.ts";
import type { Browser } from "../service/browser.ts";
import { codeSentTo, publicPerson, signIn } from "../service/people.ts";
import { startRace, tally } from "./workers.ts";

const race = await startRace();
const { service } = race;
const rows = rowsBehind(race.proxy.behind.dynamodb, service.prefix);
const address = () => `n${service.random(5)}@new.test`;

/** 其他, signed in a moment ago in a browser of the race. */
async function signedIn() {
  const person = await publicPerson(service);
  const browser = race.browser();
  await signIn(browser, person.email);
  return { ...person, browser };
}

/** The press on 儲存變更 with the code that went to an address, ready. */
async function ready({ browser }: { browser: Browser }, value: string) {
  const { status, body } = await askCode(browser, value);
  if (status !== 200) throw new Error(`no code: ${body.code}`);
  const code = codeSentTo(service, value);
  return () => saveContact(browser, value, code, { attempt: newAttempt(service) });
}

async function accountOf({ browser }: { browser: Browser }) {
  return (await browser.call("GET /api/my-account")).body.account;
}

describe("addresses of 其他 that move at the same time (M20, T44)", () => {
  it("8 people to one address: one has it, 7 are told that it is taken and keep theirs; 5 times", async () => {
    for (let round = 0; round < 5; round += 1) {
      const value = address();
      const people = await Promise.all(Array.from({ length: 8 }, signedIn));
      const presses: (() => ReturnType<typeof saveContact>)[] = [];
      for (const person of people) presses.push(await ready(person, value));
      const replies = await race.atOnce(presses);
      expect(tally(replies), `round ${round}`).toEqual({ 200: 1, "account-email-taken": 7 });
      const winner = people[replies.findIndex(({ status }) => status === 200)]!;
      expect(await ownerOf(rows, value)).toBe(winner.userId);
      for (const person of people) expect(await accountOf(person)).toBe(person === winner ? value : person.account);
      await expectAddresses(rows);
    }
  });

  it("two people who take each other's: neither gets it, both keep their own", async () => {
    const [one, other] = [await signedIn(), await signedIn()];
    const presses = [await ready(one, other.account), await ready(other, one.account)];
    expect(tally(await race.atOnce(presses))).toEqual({ "account-email-taken": 2 });
    expect([await accountOf(one), await accountOf(other)]).toEqual([one.account, other.account]);
    await expectAddresses(rows);
  });

  it("the undo of a change and the next change: claims are those of the address that stands; 10 times", async () => {
    for (let round = 0; round < 10; round += 1) {
      const who = await signedIn();
      const [second, third] = [address(), address()];
      await changeTo(service, who.browser, second);
      const token = undoTokenSentTo(service, who.email);
      service.clock.advanceBy({ minutes: 2 });
      const press = await ready(who, third);
      const replies = await race.atOnce<{ status: number }>([press, () => undo(race.browser(), token)]);
      expect(replies.some(({ status }) => status === 200)).toBe(true);
      await expectAddresses(rows);
      if (replies[1]?.status === 200) {
        expect(await ownerOf(rows, who.account)).toBe(who.userId);
        expect([await ownerOf(rows, second), await ownerOf(rows, third)]).toEqual([undefined, undefined]);
      }
    }
  });

  it("an address that is let go at the moment its owner wants it back, and somebody else wants it: one has it; 10 times", async () => {
    for (let round = 0; round < 10; round += 1) {
      const [who, other] = [await signedIn(), await signedIn()];
      await changeTo(service, who.browser, address());
      service.clock.advanceBy({ hours: 72, seconds: 1 });
      // Until the job runs the old address leads to its account.
      for (const { browser, email } of [who, other]) await signIn(browser, email);
      const presses = [await ready(who, who.email), await ready(other, who.email)];
      const [replies] = await Promise.all([race.atOnce(presses), service.jobs({ job: "disable-idle" })]);
      const owner = await ownerOf(rows, who.account);
      const winners = [who, other].filter((_, index) => replies[index]?.status === 200);
      expect(winners.length).toBeLessThanOrEqual(1);
      if (winners.length === 1) expect(owner).toBe(winners[0]?.userId);
      await expectAddresses(rows);
    }
  });
});
