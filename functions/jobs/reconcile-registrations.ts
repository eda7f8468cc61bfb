import type { Credentials } from "../ports/credentials.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { Registrations } from "../ports/registrations.ts";
import { workThrough } from "./work-through.ts";

interface Parts {
  readonly registrations: Registrations;
  readonly credentials: Credentials;
  readonly metrics: Metrics;
}

/** S11: applications past their time. Fence first, then the vault's user, then the claims; safe to run twice at once. Gives how many were given up. */
export async function reconcileRegistrations({
  registrations,
  credentials,
  metrics,
}: Parts): Promise<{ abandoned: number }> {
  let abandoned = 0;
  await workThrough(registrations.overdue, async (flowId) => {
    const flow = await registrations.fence(flowId);
    if (flow === undefined) return;
    if (flow.status !== "ABANDONED") {
      metrics.count("RegistrationAbandoned");
      abandoned += 1;
    }
    // Only a flow that had begun to create can have a user in the vault.
    if (flow.status === "CREATING" || flow.status === "ABANDONED") await credentials.delete(flow.userId);
    await registrations.free(flow);
  });
  return { abandoned };
}
