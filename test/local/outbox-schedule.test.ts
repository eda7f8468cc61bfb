import { describe, expect, it } from "vitest";
import { functions } from "../../functions/contract/functions.ts";
import type { MailEvent } from "../../lib/local/outbox/outbox.ts";
import { startSchedule } from "../../lib/local/schedule.ts";

/** Jobs that note what they were given and end when they are told to; time passes when a test says so. */
function machine() {
  const given: unknown[] = [];
  const told: string[] = [];
  const runs: PromiseWithResolvers<void>[] = [];
  const timers = new Map<() => void, number>();
  let listener: (event: MailEvent) => unknown = () => undefined;
  const settle = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  const schedule = startSchedule(
    (event) => {
      given.push(event);
      const run = Promise.withResolvers<void>();
      runs.push(run);
      return run.promise;
    },
    {
      outbox: {
        hearOfMails: (next) => {
          listener = next;
        },
      },
      every: (milliseconds, run) => {
        timers.set(run, milliseconds);
        return () => timers.delete(run);
      },
      tell: (sentence) => told.push(sentence),
    },
  );
  return {
    schedule,
    given,
    told,
    say: (event: MailEvent) => listener(event),
    rates: () => [...timers.values()].toSorted((a, b) => a - b),
    /** What is due every so many milliseconds runs once. */
    tick: (every: number) => {
      for (const [run, milliseconds] of timers) if (milliseconds === every) run();
    },
    finish: () => {
      for (const { resolve } of runs.splice(0)) resolve();
      return settle();
    },
    fail: () => {
      for (const { reject } of runs.splice(0)) reject(new Error("broken"));
      return settle();
    },
  };
}
const event = { job: "mail-event", messageId: "x", happened: "delivered" } as const;
const sending = [{ job: "send-messages" }, { job: "send-logouts" }, { job: "send-notifications" }];

describe("jobs on one machine", () => {
  it("messages, logouts and events that are the jobs' to send are looked for every second", async () => {
    const { tick, given, finish } = machine();
    for (let second = 0; second < 3; second += 1) {
      tick(1_000);
      await finish();
    }
    expect(given).toEqual([...sending, ...sending, ...sending]);
  });

  it("a run that takes longer is not overtaken by the next second's; one that fails is told and followed", async () => {
    const { tick, given, told, fail } = machine();
    for (let second = 0; second < 5; second += 1) tick(1_000);
    expect(given).toEqual(sending);
    await fail();
    tick(1_000);
    expect(given).toEqual([...sending, ...sending]);
    expect(told).toEqual([
      "The job send-messages failed and will run again:",
      "The job send-logouts failed and will run again:",
      "The job send-notifications failed and will run again:",
    ]);
  });

  it("what the outbox tells of a mail is given to the jobs, until the schedule stops", async () => {
    const { say, given, finish, schedule } = machine();
    say(event);
    expect(given).toEqual([event]);
    await finish();
    await schedule.stop();
    say(event);
    expect(given).toEqual([event]);
  });

  it("every job of the contract runs at a rate of its own besides, and none after the schedule stopped", async () => {
    const { rates, tick, given, finish, schedule } = machine();
    expect(rates()).toHaveLength(Object.keys(functions.jobs.schedules).length + 3);
    tick(300_000);
    expect(given).toEqual(expect.arrayContaining([{ job: "reconcile-registrations" }, { job: "reconcile-resets" }]));
    await finish();
    await schedule.stop();
    expect(rates()).toEqual([]);
  });
});
