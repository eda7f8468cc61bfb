import type { EndedRoles, LeftPlace } from "../ports/ended-roles.ts";
import { type DisableParts, disableProfile } from "./disable-account.ts";

interface Parts extends DisableParts {
  readonly endedRoles: EndedRoles;
}

export interface EndedCounts {
  /** Accounts that lost an enrolment and have another. */
  readonly changed: number;
  /** Accounts that were left without any. */
  readonly disabled: number;
}

const batchSize = 100;
const atOnce = 10;
const mostTries = 3;

/**
 * M4: what a roster took away is no enrolment of the account any more, and an account without any is disabled, its owner told. It goes
 * by what the roster says now: somebody with a new place in the same import keeps the account with it. To be repeated at will.
 */
export async function endRoles(parts: Parts, places: readonly LeftPlace[]): Promise<EndedCounts> {
  const counts = { changed: 0, disabled: 0 };
  for (let at = 0; at < places.length; at += batchSize) {
    let batch = places.slice(at, at + batchSize);
    // Who signed in, changed a contact or was disabled at that moment is looked at again.
    for (let tries = 0; batch.length > 0; tries += 1) {
      if (tries >= mostTries) throw new Error("accounts kept changing while their roles ended: import the file again");
      batch = (await endBatch(parts, batch, counts)) ? [] : batch;
    }
  }
  return counts;
}

/** False when at least one account was another by then; what is done already is found done the next time. */
async function endBatch(
  parts: Parts,
  places: readonly LeftPlace[],
  counts: { changed: number; disabled: number },
): Promise<boolean> {
  const accounts = await parts.endedRoles.find(places);
  let whole = true;
  for (let at = 0; at < accounts.length; at += atOnce)
    await Promise.all(
      accounts.slice(at, at + atOnce).map(async (account) => {
        const ends = account.left.length === 0 && account.status === "ACTIVE";
        const done = ends ? await disableProfile(parts, account, "role-ended") : await parts.endedRoles.keep(account);
        if (done) counts[ends ? "disabled" : "changed"] += 1;
        else whole = false;
      }),
    );
  return whole;
}
