import type { Policy } from "../contract/policy.ts";
import { shownAccountOf } from "../person/account-name.ts";
import type { Clock } from "../ports/clock.ts";
import { type IdleAccount, type IdleAccounts, idleDueAt } from "../ports/idle-accounts.ts";
import { ownerNotice } from "../ports/owner-notice.ts";
import { closeVault } from "../steps/close-vault.ts";
import { type DisableParts, disableAccount, noticeTo } from "./disable-account.ts";
import { type EraseParts, eraseClosed } from "./erase-closed.ts";
import { dayInWords, idleStep } from "./rules/idle.ts";
import { workThrough } from "./work-through.ts";

interface Parts extends DisableParts, EraseParts {
  readonly credentials: DisableParts["credentials"] & EraseParts["credentials"];
  readonly idle: IdleAccounts;
  readonly clock: Clock;
  readonly policy: Policy;
}

/**
 * 停用: an account without a sign-in for a year, after two mails. Each account is looked at on its day, by the sparse index; what it
 * finds decides. It also finishes what a run that disabled an account left undone, opens the vault of one that was enabled
 * meanwhile, and erases what its owner closed thirty days ago: all of them stand in the one index. Safe to run twice at once: each write is refused once the row is another.
 */
export async function disableIdle(parts: Parts): Promise<{ warned: number; disabled: number; erased: number }> {
  const { idle, clock, policy } = parts;
  const done = { warned: 0, disabled: 0, erased: 0 };
  await workThrough(idle.due, async (userId) => {
    const account = await idle.find(userId);
    if (account === undefined) return;
    if (account.status === "ERASING" || (account.status === "DISABLED" && isOver(account))) {
      done.erased += Number(await eraseClosed(parts, userId));
      return;
    }
    if (account.status === "DISABLED") return account.vaultOpen ? closeVault(parts, userId) : putOff(account);
    if (account.vaultOpen) await parts.credentials.enable(userId);
    const now = idleStep(account, clock.now(), policy);
    if (now.step === "put-off") await idle.putOff(account, now.dueAt);
    else if (now.step === "disable") done.disabled += Number(await disableAccount(parts, account, "idle"));
    else {
      const notice = warningOf(account, now.days, now.warned.endsAt);
      done.warned += Number(await idle.warn(account, now.warned, now.dueAt, notice));
    }
  });
  return done;

  function isOver({ closeAt }: IdleAccount): boolean {
    return closeAt !== undefined && closeAt <= clock.now();
  }

  /** One that is disabled stays in the index. */
  async function putOff(account: IdleAccount): Promise<void> {
    await idle.putOff(account, account.closeAt ?? idleDueAt(clock.now(), policy));
  }

  function warningOf(account: IdleAccount, days: number, endsAt: number) {
    const words = { account: shownAccountOf(account.accountName, parts.accountDomain), days, date: dayInWords(endsAt) };
    return noticeTo(parts, account, (messageId, contacts) =>
      ownerNotice({ messageId, kind: "idle-warning", language: "zh-TW", words, ...contacts }),
    );
  }
}
