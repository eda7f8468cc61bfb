import type { Credentials } from "../ports/credentials.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { Pictures } from "../ports/pictures.ts";
import type { PublicRegistrationSweep } from "../ports/public-registrations.ts";
import type { FlowStatus, Registrations } from "../ports/registrations.ts";
import { workThrough } from "./work-through.ts";

interface Parts {
  readonly registrations: Pick<Registrations, "overdue" | "fence" | "free">;
  readonly publicRegistrations: PublicRegistrationSweep;
  readonly credentials: Pick<Credentials, "delete">;
  readonly pictures: Pick<Pictures, "remove">;
  readonly metrics: Metrics;
}

interface GivenUp {
  readonly userId: string;
  readonly status: FlowStatus;
}

/**
 * S11: applications past their time, and registrations of 其他 that nobody activated or that were refused (M20). Fence first, then the
 * vault's user, then the claims; safe to run twice at once. Gives how many were given up.
 */
export async function reconcileRegistrations(parts: Parts): Promise<{ abandoned: number }> {
  const { registrations, publicRegistrations, credentials, pictures, metrics } = parts;
  let abandoned = 0;
  const runs = await Promise.allSettled([
    workThrough(registrations.overdue, async (flowId) => {
      const flow = await registrations.fence(flowId);
      if (flow === undefined) return;
      await giveUp(flow);
      await registrations.free(flow);
    }),
    workThrough(publicRegistrations.overdue, async (flowId) => {
      const flow = await publicRegistrations.fence(flowId);
      if (flow === undefined) return;
      await giveUp(flow);
      if (flow.picture !== undefined) await pictures.remove(flow.picture);
      await publicRegistrations.free(flow);
    }),
  ]);
  const failures = runs.flatMap((run) => (run.status === "rejected" ? [run.reason] : []));
  if (failures.length > 1) throw new AggregateError(failures, "both sweeps of registrations have failed in part");
  if (failures.length === 1) throw failures[0];
  return { abandoned };

  async function giveUp({ status, userId }: GivenUp): Promise<void> {
    if (status !== "ABANDONED") {
      metrics.count("RegistrationAbandoned");
      abandoned += 1;
    }
    // Only a flow that had begun to create can have a user in the vault.
    if (status === "CREATING" || status === "ABANDONED") await credentials.delete(userId);
  }
}
