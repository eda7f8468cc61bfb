import { functions } from "../../functions/contract/functions.ts";
import type { JobsHandler } from "./handlers.ts";

const units: Record<string, number> = { minute: 60_000, minutes: 60_000, hour: 3_600_000, hours: 3_600_000 };

/** Runs the jobs at the rates of the contract, as EventBridge does in the cloud. A job that fails is told and runs again at its next time. */
export function startSchedule(jobs: JobsHandler): { stop(): Promise<void> } {
  const running = new Set<Promise<void>>();
  const timers = Object.entries(functions.jobs.schedules).map(([job, rate]) => {
    const [count = "1", unit = "minutes"] = rate.split(" ");
    return setInterval(
      () => {
        const run: Promise<void> = jobs({ job }).then(
          () => undefined,
          (error: unknown) => console.error(`The job ${job} failed and will run again:`, error),
        );
        running.add(run);
        run.finally(() => running.delete(run));
      },
      Number(count) * (units[unit] ?? 60_000),
    );
  });
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running);
    },
  };
}
