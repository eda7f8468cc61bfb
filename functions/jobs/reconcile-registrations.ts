import { dueShards } from "../contract/tables.ts";
import type { Credentials } from "../ports/credentials.ts";
import type { Metrics } from "../ports/metrics.ts";
import type { Registrations } from "../ports/registrations.ts";

interface Parts {
  readonly registrations: Registrations;
  readonly credentials: Credentials;
  readonly metrics: Metrics;
}

/** S11: applications past their time. Fence first, then the vault's user, then the claims; safe to run twice at once. Gives how many were cleared. */
export async function reconcileRegistrations({
  registrations,
  credentials,
  metrics,
}: Parts): Promise<{ abandoned: number }> {
  let abandoned = 0;
  for (let shard = 0; shard < dueShards; shard += 1) {
    for (const flowId of await registrations.overdue(shard)) {
      const flow = await registrations.fence(flowId);
      if (flow === undefined) continue;
      // Only a flow that had begun to create can have a user in the vault.
      if (flow.status === "CREATING" || flow.status === "ABANDONED") await credentials.delete(flow.userId);
      await registrations.free(flow);
      metrics.count("RegistrationAbandoned");
      abandoned += 1;
    }
  }
  return { abandoned };
}
