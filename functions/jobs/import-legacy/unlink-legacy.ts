import * as z from "zod/mini";
import { filled } from "../../contract/schemas/parts.ts";
import { accountNameOf } from "../../person/account-name.ts";
import { legacyAccountOf } from "../../person/legacy-account.ts";
import type { Applications } from "../../ports/applications.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Ids } from "../../ports/ids.ts";
import type { LegacyAccounts } from "../../ports/legacy-accounts.ts";
import { platformEvents } from "../../steps/platform-events.ts";

const asked = {
  job: z.literal("unlink-legacy-account"),
  platform: filled(20),
  operator: filled(60),
  reason: filled(200),
};

/**
 * The help desk's. `operator` and `reason` stand in the audit record: no personal data in either. `account`: the old one, which somebody
 * joined (M82); or `registered`: the education account of who came without one (M83). `passwordLeaked`: of the old account.
 */
export const unlinkLegacyEvent = z.union([
  z.strictObject({ ...asked, account: filled(200), passwordLeaked: z.optional(z.boolean()) }),
  z.strictObject({ ...asked, registered: filled(320) }),
]);

export interface UnlinkParts {
  readonly applications: Pick<Applications, "list">;
  readonly legacyAccounts: Pick<LegacyAccounts, "unlink" | "unregister">;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly accountDomain: string;
}

/**
 * Takes an old account off the person who joined it, and the platform is told; or lets who said that they had none be asked again. False
 * when nobody has joined it, there is none, or the person did not come that way.
 */
export async function unlinkLegacy(
  event: z.infer<typeof unlinkLegacyEvent>,
  parts: UnlinkParts,
): Promise<{ readonly unlinked: boolean }> {
  const { platform, operator, reason } = event;
  const { legacyAccounts, accountDomain } = parts;
  if ("registered" in event) {
    const of = { platform, accountName: accountNameOf(event.registered, accountDomain) };
    return { unlinked: (await legacyAccounts.unregister(of, { operator, reason })) !== undefined };
  }
  const id = { platform, account: legacyAccountOf(event.account) };
  const by = { operator, reason, ...(event.passwordLeaked === true ? { passwordLeaked: true } : {}) };
  const told = await platformEvents(parts, platform, "unlinked");
  return { unlinked: (await legacyAccounts.unlink(id, by, told)) !== undefined };
}
