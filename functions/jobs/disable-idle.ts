import type { Policy } from "../contract/policy.ts";
import type { Clock } from "../ports/clock.ts";
import { type IdleAccount, type IdleAccounts, idleDueAt } from "../ports/idle-accounts.ts";
import { ownerNotice } from "../ports/owner-notice.ts";
import { closeVault } from "../steps/close-vault.ts";
import { type DisableParts, disableAccount, noticeTo } from "./disable-account.ts";
import { dayInWords, idleStep } from "./rules/idle.ts";
import { workThrough } from "./work-through.ts";

interface Parts extends DisableParts {
  readonly idle: IdleAccounts;
  readonly clock: Clock;
  readonly policy: Policy;
}

/**
 * 停用: an account without a sign-in for a year, after two mails. Each account is looked at on its day, by the sparse index; what it
 * finds decides. It also finishes what a run that disabled an account left undone, and opens the vault of one that was enabled
 * meanwhile. Safe to run twice at once: each write is refused once the row is another.
 */
export async function disableIdle(parts: Parts): Promise<{ warned: number; disabled: number }> {
  const { idle, clock, policy } = parts;
  const done = { warned: 0, disabled: 0 };
  await workThrough(idle.due, async (userId) => {
    const account = await idle.find(userId);
    if (account === undefined) return;
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

  /** One that is disabled stays in the index. */
  async function putOff(account: IdleAccount): Promise<void> {
    await idle.putOff(account, idleDueAt(clock.now(), policy));
  }

  function warningOf(account: IdleAccount, days: number, endsAt: number) {
    const words = { account: `${account.accountName}@${parts.accountDomain}`, days, date: dayInWords(endsAt) };
    return noticeTo(parts, account, (messageId, contacts) =>
      ownerNotice({ messageId, kind: "idle-warning", language: "zh-TW", words, ...contacts }),
    );
  }
}
