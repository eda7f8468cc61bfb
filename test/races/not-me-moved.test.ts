import { expect, it } from "vitest";
import { pressNotMe, tokenTo } from "../contact-us/desk.ts";
import { rowsBehind } from "../faults/rows.ts";
import { expectAddresses, ownerOf } from "../my-account/addresses.ts";
import { askCode, changeTo, eventsOf, newAttempt, saveContact, undo, undoTokenSentTo } from "../my-account/owner.ts";
import { accountIn } from "../reset-password/holder.ts";
import { codeSentTo, publicPerson, signIn } from "../service/people.ts";
import { startRace } from "./workers.ts";

const race = await startRace();
const { service } = race;
const rows = rowsBehind(race.proxy.behind.dynamodb, service.prefix);
const address = () => `evil${service.random(5)}@evil.test`;

/** 其他, whose address a thief has moved a moment ago. */
async function moved() {
  const [person, evil, browser] = [await publicPerson(service), address(), race.browser()];
  await signIn(browser, person.email);
  await changeTo(service, browser, evil);
  const [token, notMe] = [undoTokenSentTo(service, person.email), await tokenTo(service, person.userId)];
  return { ...person, browser, evil, token, notMe };
}

type Moved = Awaited<ReturnType<typeof moved>>;

/** Whoever was told "busy" presses again; then it is frozen with the owner's address alone. */
async function expectFrozen({ userId, email, notMe }: Moved, evils: readonly string[], label: string) {
  expect((await pressNotMe(service.browser(), notMe)).status, label).toBe(200);
  await expectAddresses(rows);
  expect(await ownerOf(rows, email), label).toBe(userId);
  for (const evil of evils) expect(await ownerOf(rows, evil), label).toBeUndefined();
  const { status, frozen, priorContacts } = await accountIn(rows, userId);
  expect([status, frozen, priorContacts], label).toEqual(["DISABLED", true, []]);
  const events = await eventsOf(rows, userId);
  expect(
    events.filter((event) => event === "account.frozen"),
    label,
  ).toHaveLength(1);
  return events.filter((event) => event === "contact.restored").length;
}

it("不是我 four times and the undo link four times at once: frozen, taken back once; 10 times (T20, T44)", async () => {
  for (let round = 0; round < 10; round += 1) {
    const who = await moved();
    const presses = Array.from({ length: 8 }, (_, tab) => () => {
      const browser = race.browser();
      return tab % 2 === 0 ? pressNotMe(browser, who.notMe) : undo(browser, who.token);
    });
    const replies = await race.atOnce<{ status: number }>(presses);
    expect(replies.filter(({ status }) => ![200, 422, 503].includes(status))).toEqual([]);
    expect(await expectFrozen(who, [who.evil], `round ${round}`)).toBe(1);
  }
});

it("不是我 and the thief's next change at once: frozen with neither of the thief's addresses; 10 times (T20, T44)", async () => {
  for (let round = 0; round < 10; round += 1) {
    const [who, next] = [await moved(), address()];
    service.clock.advanceBy({ minutes: 2 });
    const asked = await askCode(who.browser, next);
    expect(asked.status).toBe(200);
    const code = codeSentTo(service, next);
    const replies = await race.atOnce<{ status: number }>([
      () => saveContact(who.browser, next, code, { attempt: newAttempt(service) }),
      () => pressNotMe(race.browser(), who.notMe),
    ]);
    expect(replies.map(({ status }) => status).filter((status) => ![200, 401, 503].includes(status))).toEqual([]);
    await expectFrozen(who, [who.evil, next], `round ${round}`);
  }
});
