import { functions } from "../../functions/contract/functions.ts";
import type { JobsHandler } from "./handlers.ts";
import type { Outbox } from "./outbox/outbox.ts";
import type { TableStream } from "./table-stream.ts";

const units: Record<string, number> = {
  minute: 60_000,
  minutes: 60_000,
  hour: 3_600_000,
  hours: 3_600_000,
  day: 86_400_000,
};

/** Besides their rates: what the tables' streams do in the cloud, for messages, logouts and events that are the jobs' to send. */
const streamed = ["send-messages", "send-logouts", "send-notifications"];
/** In milliseconds. */
const streamsEvery = 1_000;

export interface ScheduleParts {
  /** Tells what becomes of the mails. */
  readonly outbox?: Pick<Outbox, "hearOfMails"> | undefined;
  /** Of the audit records: no index says which of them are new, so that they are followed as the cloud does. */
  readonly auditStream?: TableStream | undefined;
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
  const { outbox, auditStream, every = byTimer, tell = console.error } = parts;
  const running = new Set<Promise<void>>();
  const run = (name: string, work: Promise<unknown>): Promise<void> => {
    const told: Promise<void> = work.then(
      () => undefined,
      (error: unknown) => tell(`The job ${name} failed and will run again:`, error),
    );
    running.add(told);
    return told.finally(() => running.delete(told));
  };
  const start = (event: { readonly job: string }) => run(event.job, jobs(event));

  /** A run that takes longer than the gap is not overtaken. */
  const oneAtATime = (work: () => Promise<void>) => {
    let isRunning = false;
    return async () => {
      if (isRunning) return;
      isRunning = true;
      await work();
      isRunning = false;
    };
  };

  const stops = Object.entries(functions.jobs.schedules).map(([job, rate]) => {
    const [count = "1", unit = "minutes"] = rate.split(" ");
    return every(Number(count) * (units[unit] ?? 60_000), () => start({ job }));
  });
  for (const job of streamed)
    stops.push(
      every(
        streamsEvery,
        oneAtATime(() => start({ job })),
      ),
    );
  if (auditStream !== undefined) {
    const follow = () => run("chain-audit", followed(jobs, auditStream));
    stops.push(every(streamsEvery, oneAtATime(follow)));
  }
  outbox?.hearOfMails(start);
  return {
    async stop() {
      for (const stop of stops) stop();
      outbox?.hearOfMails(() => undefined);
      await Promise.all(running);
    },
  };
}

/** All that is new, in batches as Lambda's; what fails comes again with the next look. */
async function followed(jobs: JobsHandler, stream: TableStream): Promise<void> {
  for (;;) {
    const { records, taken } = await stream.read();
    if (records.length === 0) return;
    for (let from = 0; from < records.length; from += batch) await jobs({ Records: records.slice(from, from + batch) });
    taken();
  }
}
const batch = 100;
