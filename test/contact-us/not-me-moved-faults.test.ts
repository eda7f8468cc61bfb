import { afterEach, describe, expect, it } from "vitest";
import { startProxiedService } from "../faults/proxied-service.ts";
import { rowsBehind } from "../faults/rows.ts";
import { expectAddresses, ownerOf } from "../my-account/addresses.ts";
import {
  askCode,
  auditOf,
  changeTo,
  newAttempt,
  notMeTokenSentTo,
  saveContact,
  undo,
  undoTokenSentTo,
} from "../my-account/owner.ts";
import { accountIn } from "../reset-password/holder.ts";
import { codeSentTo, publicOwner } from "../service/people.ts";
import { pressNotMe, tokenTo } from "./desk.ts";

/* 不是我 of 其他 whose address a thief has moved, with one fault at each step of taking it back and of freezing (T20, T45). */
const { service, proxy, lane } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
afterEach(() => lane.mend());

const route = "POST /api/not-me";
const takes = "dynamodb.TransactWriteItems accounts+audit+claims+logouts";
const freezes = "dynamodb.TransactWriteItems accounts+audit+cases+logouts+messages+once";
const steps = ["dynamodb.BatchGetItem accounts+once", "dynamodb.BatchGetItem accounts", takes, freezes];
const modes = ["before", "cut", "after", "broken-answer", "dup", "crash"] as const;

async function moved() {
  const [who, evil] = [await publicOwner(service), `evil${service.random(5)}@evil.test`];
  expect((await changeTo(service, who.browser, evil)).status).toBe(200);
  return { ...who, evil, token: notMeTokenSentTo(service, who.email) };
}

type Who = Awaited<ReturnType<typeof moved>>;

async function press({ token }: Pick<Who, "token">) {
  lane.during = route;
  const reply = await pressNotMe(service.browser(), token).catch(() => undefined);
  lane.during = "";
  return reply;
}

async function eventsOf(userId: string) {
  return (await auditOf(rows, userId)).map(({ event }) => event);
}

/** Frozen with the owner's address and no other, told to the owner alone, once. */
async function expectFrozen({ userId, email, evil }: Pick<Who, "userId" | "email" | "evil">): Promise<void> {
  service.clock.advanceBy({ minutes: 16 });
  for (const job of ["send-messages", "disable-idle"]) await service.jobs({ job });
  await expectAddresses(rows);
  expect([await ownerOf(rows, email), await ownerOf(rows, evil)]).toEqual([userId, undefined]);
  const { status, frozen, priorContacts } = await accountIn(rows, userId);
  expect([status, frozen, priorContacts]).toEqual(["DISABLED", true, []]);
  const events = await eventsOf(userId);
  const count = (name: string) => events.filter((event) => event === name).length;
  expect([count("contact.restored"), count("account.frozen")]).toEqual([1, 1]);
  expect((await rows.all("cases")).filter((row) => row.userId === userId)).toHaveLength(1);
  // Perhaps twice where an answer was lost, and always in the same words.
  const told = (to: string) => service.sent(to).filter(({ subject }) => subject?.includes("已凍結"));
  expect([new Set(told(email).map(({ text }) => text)).size, told(evil).length]).toEqual([1, 0]);
}

describe.each(steps)("one fault at %s", (at) => {
  it.each(modes)("%s: never frozen with the thief's address; pressed again it is frozen, once", async (mode) => {
    const who = await moved();
    const armed = lane.fault({ mode, at, during: route });
    const first = await press(who);
    expect(armed.struck(), lane.names().join()).toBeGreaterThan(0);
    lane.mend();
    await expectAddresses(rows);
    const events = await eventsOf(who.userId);
    if (events.includes("account.frozen")) expect(events).toContain("contact.restored");
    if (first?.status !== 200) expect((await press(who))?.status).toBe(200);
    await expectFrozen(who);
  });
});

describe("somebody else is at the account in the same moment (T20)", () => {
  it("a thief who is signed in and moves the contact between the last read and the freezing has it taken back, too", async () => {
    const who = await publicOwner(service);
    const evil = `evil${service.random(5)}@evil.test`;
    await askCode(who.browser, evil);
    const code = codeSentTo(service, evil);
    const token = await tokenTo(service, who.userId);
    let saved = 0;
    const act = async () => {
      lane.during = "the thief";
      saved = (await saveContact(who.browser, evil, code, { attempt: newAttempt(service) })).status;
      lane.during = route;
    };
    const armed = lane.fault({ mode: "meanwhile", at: freezes, during: route, act });
    expect((await press({ token }))?.status).toBe(200);
    expect([armed.struck(), saved]).toEqual([1, 200]);
    lane.mend();
    await expectFrozen({ ...who, evil });
  });

  it.each([takes, freezes])(
    "the undo link pressed just before %s: the one or the other takes back, once",
    async (at) => {
      const who = await moved();
      let undone = 0;
      const act = async () => {
        lane.during = "the undo";
        undone = (await undo(service.browser(), undoTokenSentTo(service, who.email))).status;
        lane.during = route;
      };
      const armed = lane.fault({ mode: "meanwhile", at, during: route, act });
      expect((await press(who))?.status).toBe(200);
      expect([armed.struck(), undone]).toEqual([1, at === takes ? 200 : 422]);
      lane.mend();
      await expectFrozen(who);
    },
  );
});
