import * as z from "zod/mini";
import { applicationFile } from "../contract/applications.ts";
import { filled } from "../contract/schemas/parts.ts";
import type { Applications } from "../ports/applications.ts";
import type { Consents } from "../ports/consents.ts";

export const removeApplicationEvent = z.strictObject({
  job: z.literal("remove-application"),
  by: filled(60),
  clientId: applicationFile.shape.clientId,
});

export interface RemovedApplication {
  /** False when there was none. */
  readonly removed: boolean;
  /** How many consents went with it. */
  readonly consents: number;
}

/** So many persons' consents are taken back at once. */
const atOnce = 10;

/**
 * Takes an application away: first itself, with which every token of it is dead, then what people allowed it. One that breaks off in
 * between is repeated: it then finds no application and goes on with the consents.
 */
export async function removeApplication(
  { clientId, by }: z.infer<typeof removeApplicationEvent>,
  parts: {
    readonly applications: Pick<Applications, "remove">;
    readonly consents: Pick<Consents, "ofApplication" | "revoke">;
  },
): Promise<RemovedApplication> {
  const removed = await parts.applications.remove(clientId, { operator: by });
  return { removed, consents: await forgetConsents(clientId, parts.consents) };
}

/** Takes back every consent of an application, a page at a time, with the audit record of each. Gives how many there were. */
export async function forgetConsents(
  clientId: string,
  consents: Pick<Consents, "ofApplication" | "revoke">,
): Promise<number> {
  let revoked = 0;
  let after: string | undefined;
  do {
    const { userIds, next } = await consents.ofApplication(clientId, after);
    for (let from = 0; from < userIds.length; from += atOnce) {
      const page = userIds.slice(from, from + atOnce);
      const counts = await Promise.all(page.map((userId) => consents.revoke(userId, [clientId])));
      revoked += counts.reduce((sum, count) => sum + count, 0);
    }
    after = next;
  } while (after !== undefined);
  return revoked;
}
