import { shownAccountOf } from "../person/account-name.ts";
import type { Credentials } from "../ports/credentials.ts";
import type { DisabledFor, Disabling } from "../ports/disabling.ts";
import type { Ids } from "../ports/ids.ts";
import type { Intent } from "../ports/messages.ts";
import type { Metrics } from "../ports/metrics.ts";
import { ownerNotice } from "../ports/owner-notice.ts";
import { closeVault } from "../steps/close-vault.ts";

export interface DisableParts {
  readonly disabling: Disabling;
  readonly credentials: Pick<Credentials, "enable" | "disable">;
  readonly ids: Ids;
  readonly metrics: Metrics;
  readonly accountDomain: string;
}

interface Owner {
  readonly accountName: string;
  readonly email?: string;
  readonly mobile?: string;
}

/** §5.2: the profile first, then the vault. False when the account changed since it was read. */
export async function disableAccount(...given: Parameters<typeof disableProfile>): Promise<boolean> {
  const [parts, { userId }] = given;
  if (!(await disableProfile(...given))) return false;
  await closeVault(parts, userId);
  return true;
}

/** The first half, which shuts the account: `disable-idle` does the second. For many at once, which the vault would not keep up with. */
export async function disableProfile(
  parts: DisableParts,
  account: Owner & { readonly userId: string; readonly seen: unknown },
  reason: DisabledFor,
): Promise<boolean> {
  const words = { account: shownAccountOf(account.accountName, parts.accountDomain) };
  const notice = noticeTo(parts, account, (messageId, contacts) =>
    ownerNotice({ messageId, kind: "account-disabled", language: "zh-TW", words, ...contacts }),
  );
  if (!(await parts.disabling.disable(account, reason, notice))) return false;
  parts.metrics.count("AccountDisabled");
  return true;
}

/** Nothing to say to somebody without a contact. */
export function noticeTo(
  { ids }: Pick<DisableParts, "ids">,
  { email, mobile }: Owner,
  make: (messageId: string, contacts: Pick<Owner, "email" | "mobile">) => Intent,
): Intent | undefined {
  if (email === undefined && mobile === undefined) return undefined;
  return make(ids.id(), { ...(email === undefined ? {} : { email }), ...(mobile === undefined ? {} : { mobile }) });
}
