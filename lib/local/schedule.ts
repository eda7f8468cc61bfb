import { functions } from "../../functions/contract/functions.ts";
import type { JobsHandler } from "./handlers.ts";
import type { Outbox } from "./outbox/outbox.ts";

const units: Record<string, number> = { minute: 60_000, minutes: 60_000, hour: 3_600_000, hours: 3_600_000 };

/** Besides its rate: what the table's stream does in the cloud, for messages that are the job's to send. In milliseconds. */
const sendsEvery = 1_000;

export interface ScheduleParts {
  /** Tells what becomes of the mails. */
  readonly outbox?: Pick<Outbox, "hearOfMails"> | undefined;
  /** Runs something every so many milliseconds until what it gives back is called. */
  readonly every?: (milliseconds: number, run: () => void) => () => void;
  readonly tell?: (sentence: string, error: unknown) => void;
}

const byTimer = (milliseconds: number, run: () => void) => {
  const timer = setInterval(run, milliseconds);
  return () => clearInterval(timer);
};

/**
 * Runs the jobs as the cloud does: at the rates of the contract, when messages were written, and when the outbox tells what became of a
 * mail. A job that fails is told and runs again at its next time.
 */
export function startSchedule(jobs: JobsHandler, parts: ScheduleParts = {}): { stop(): Promise<void> } {
  const { outbox, every = byTimer, tell = console.error } = parts;
  const running = new Set<Promise<void>>();
  const start = (event: { readonly job: string }): Promise<void> => {
    const run: Promise<void> = jobs(event).then(
      () => undefined,
      (error: unknown) => tell(`The job ${event.job} failed and will run again:`, error),
    );
    running.add(run);
    return run.finally(() => running.delete(run));
  };

  let isSending = false;
  const sendNow = async () => {
    // A run that takes longer than the gap is not overtaken.
    if (isSending) return;
    isSending = true;
    await start({ job: "send-messages" });
    isSending = false;
  };

  const stops = Object.entries(functions.jobs.schedules).map(([job, rate]) => {
    const [count = "1", unit = "minutes"] = rate.split(" ");
    return every(Number(count) * (units[unit] ?? 60_000), () => start({ job }));
  });
  stops.push(every(sendsEvery, sendNow));
  outbox?.hearOfMails(start);
  return {
    async stop() {
      for (const stop of stops) stop();
      outbox?.hearOfMails(() => undefined);
      await Promise.all(running);
    },
  };
}
