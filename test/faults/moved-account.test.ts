import { afterEach, describe, expect, it } from "vitest";
import { expectAddresses, ownerOf } from "../my-account/addresses.ts";
import { askCode, auditOf, changeTo, newAttempt, saveContact, undo, undoTokenSentTo } from "../my-account/owner.ts";
import { codeSentTo, publicOwner, signIn } from "../service/people.ts";
import { startProxiedService } from "./proxied-service.ts";
import { rowsBehind } from "./rows.ts";

/* The claim of an address moves with the account of 其他, with one fault at each step that writes (M20, T45): never half of it. */
const { service, proxy, lane } = await startProxiedService();
const rows = rowsBehind(proxy.behind.dynamodb, service.prefix);
afterEach(() => lane.mend());

const modes = ["before", "cut", "after", "broken-answer", "crash"] as const;
const address = () => `n${service.random(5)}@new.test`;
const moves = "dynamodb.TransactWriteItems accounts+audit+challenges+claims+limits+messages";
const events = async (userId: string, event: string) =>
  (await auditOf(rows, userId)).filter((row) => row.event === event).length;

/** Runs `act` with one fault in it, and says whether what asked for it is gone. */
async function struck<T>(at: string, mode: (typeof modes)[number], during: string, act: () => Promise<T>) {
  const armed = lane.fault({ mode, at, during });
  lane.during = during;
  const result = await act().catch(() => undefined);
  lane.during = "";
  expect(armed.struck(), `${at} was not called: ${lane.names()}`).toBeGreaterThan(0);
  lane.mend();
  return result;
}

describe("one fault while an account moves to another address (M20, T45)", () => {
  it.each(modes)("the move: %s; pressed again with the same code it is done, once", async (mode) => {
    const { browser, userId, email } = await publicOwner(service);
    const value = address();
    await askCode(browser, value);
    const [code, attempt] = [codeSentTo(service, value), newAttempt(service)];
    const press = () => saveContact(browser, value, code, { attempt });
    await struck(moves, mode, "POST /api/my-account/contacts", press);
    await expectAddresses(rows);
    const [moved, owner] = [await events(userId, "contact.changed"), await ownerOf(rows, value)];
    expect(owner).toBe(moved === 1 ? userId : undefined);

    expect((await press()).status).toBe(200);
    await expectAddresses(rows);
    expect([await ownerOf(rows, value), await ownerOf(rows, email)]).toEqual([userId, userId]);
    expect(await events(userId, "contact.changed")).toBe(1);
    expect((await signIn(service.browser(), value)).status).toBe(200);
    // What a run wrote and could not send is the job's after a while.
    service.clock.advanceBy({ minutes: 2 });
    await service.jobs({ job: "send-messages" });
    expect(undoTokenSentTo(service, email)).toBeTruthy();
  });

  it.each(modes)(
    "the undo: %s; the account is the one or the other, and pressed again it is the old one",
    async (mode) => {
      const { browser, userId, email } = await publicOwner(service);
      const value = address();
      await changeTo(service, browser, value);
      const token = undoTokenSentTo(service, email);
      const at = "dynamodb.TransactWriteItems accounts+audit+claims+logouts+messages";
      await struck(at, mode, "POST /api/contact-undo", () => undo(service.browser(), token));
      await expectAddresses(rows);
      expect((await signIn(service.browser(), email)).status).toBe(200);
      const again = await undo(service.browser(), token);
      expect([200, 422]).toContain(again.status);
      expect([await ownerOf(rows, value), await ownerOf(rows, email)]).toEqual([undefined, userId]);
      expect(await events(userId, "contact.restored")).toBe(1);
      await expectAddresses(rows);
    },
  );

  it.each(modes)("the old address is let go: %s; a later run does it", async (mode) => {
    const { browser, userId, email } = await publicOwner(service);
    const value = address();
    await changeTo(service, browser, value);
    service.clock.advanceBy({ hours: 72, seconds: 1 });
    const sweep = () => service.jobs({ job: "disable-idle" });
    await struck("dynamodb.TransactWriteItems accounts+claims", mode, "disable-idle", sweep);
    await expectAddresses(rows);
    service.clock.advanceBy({ hours: 1 });
    await sweep();
    expect([await ownerOf(rows, value), await ownerOf(rows, email)]).toEqual([userId, undefined]);
    await expectAddresses(rows);
  });
});
