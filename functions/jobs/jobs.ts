import * as z from "zod/mini";
import type { Clock } from "../ports/clock.ts";
import type { Credentials } from "../ports/credentials.ts";
import type { Delivery, Intents } from "../ports/messages.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { Registrations } from "../ports/registrations.ts";
import type { ResetSweep } from "../ports/reset-grants.ts";
import type { RosterStore } from "../ports/roster-store.ts";
import { importEvent, importJob } from "./import-job.ts";
import { reconcileRegistrations } from "./reconcile-registrations.ts";
import { reconcileResets } from "./reconcile-resets.ts";
import { sendMessages } from "./send-messages.ts";

interface Parts {
  readonly registrations: Registrations;
  readonly resets: ResetSweep;
  readonly credentials: Credentials;
  readonly metrics: Metrics;
  readonly intents: Intents;
  readonly delivery: Delivery;
  readonly store: RosterStore;
  readonly clock: Clock;
}

const event = z.union([
  z.object({ job: z.literal("reconcile-registrations") }),
  z.object({ job: z.literal("reconcile-resets") }),
  z.object({ job: z.literal("send-messages") }),
  importEvent,
]);

/** Reads the event against its schema and runs the job it names. */
export function jobsOf(parts: Parts): (event: unknown) => Promise<unknown> {
  return async (given) => {
    const read = event.parse(given);
    if (read.job === "reconcile-registrations") return reconcileRegistrations(parts);
    if (read.job === "reconcile-resets") return reconcileResets(parts);
    if (read.job === "send-messages") return sendMessages(parts);
    return importJob(read, parts);
  };
}
