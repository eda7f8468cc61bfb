import { changesOnceADay, type ResetWay } from "../../functions/contract/schemas/reset-password.ts";
import { dueShards } from "../../functions/contract/tables.ts";
import { setCookie } from "../../functions/http/cookies.ts";
import type { Intent } from "../../functions/ports/messages.ts";
import type { ResetGrant, ResetGrantMaker, ResetGrants, ResetSweep } from "../../functions/ports/reset-grants.ts";
import { bookIntent } from "./intents.ts";
import type { AccountKept, TwinParts } from "./memory.ts";

interface GrantKept {
  readonly grantId: string;
  readonly userId: string;
  readonly way: ResetWay;
  status: "OPEN" | "USING" | "DONE" | "ABANDONED";
  expiresAt: number;
  dueAt?: number | undefined;
}

/** The reset saga in memory: every method reads, judges and writes without a pause, so each is all or nothing. */
export function resetGrantsTwin(parts: Omit<TwinParts, "keys">): ResetGrantMaker & ResetGrants & ResetSweep {
  const { memory, clock, ids, policy } = parts;
  const grants = new Map<string, GrantKept>();
  const byCookie = new Map<string, string>();
  const tenMinutesOn = () => clock.now() + policy.reset.grant * 1_000;
  const accountOf = (userId: string): AccountKept | undefined => memory.accounts.get(userId);

  /** Ends every session, and the hold where it is this grant's own. */
  const endOwnHold = (account: AccountKept, grantId: string) => {
    account.profile = { ...account.profile, epoch: account.profile.epoch + 1 };
    if (account.hold?.grantId === grantId) account.hold = undefined;
  };

  return {
    async open(userId, way) {
      const [grantId, word] = [ids.id(), ids.secret()];
      grants.set(grantId, { grantId, userId, way, status: "OPEN", expiresAt: tenMinutesOn() });
      byCookie.set(word, grantId);
      return setCookie("reset", word);
    },
    async find(cookie) {
      const grant = grants.get(byCookie.get(cookie ?? "") ?? "");
      const account = grant && accountOf(grant.userId);
      if (grant === undefined || account === undefined || grant.expiresAt < clock.now()) return undefined;
      return grant.status === "ABANDONED" ? undefined : shown(grant, grant.status, account);
    },
    async begin({ grantId }, notice: Intent) {
      const grant = grants.get(grantId);
      const account = grant && accountOf(grant.userId);
      if (grant === undefined || account === undefined || grant.expiresAt < clock.now()) return "refused";
      const { status } = grant;
      const isLocked = changesOnceADay(grant.way) && (account.lockedUntil ?? 0) > clock.now();
      if ((status !== "OPEN" && status !== "USING") || account.profile.status !== "ACTIVE" || isLocked)
        return "refused";
      Object.assign(grant, { status: "USING", dueAt: tenMinutesOn() });
      account.profile = { ...account.profile, epoch: account.profile.epoch + 1 };
      account.hold = { grantId, until: tenMinutesOn() };
      if (status === "USING") return "again";
      memory.audit.push({ subject: grant.userId, event: "password.reset" });
      bookIntent(memory, notice, clock.now() + policy.message.sendingLease * 1_000);
      return "first";
    },
    async finish({ grantId }) {
      const grant = grants.get(grantId);
      const account = grant && accountOf(grant.userId);
      if (grant === undefined || account === undefined || grant.status === "OPEN") return false;
      Object.assign(grant, { status: "DONE", expiresAt: tenMinutesOn(), dueAt: undefined });
      endOwnHold(account, grantId);
      account.tries = { ...account.tries, wrong: 0 };
      account.devices.clear();
      if (changesOnceADay(grant.way)) account.lockedUntil = clock.now() + policy.reset.between * 1_000;
      return true;
    },
    async overdue(shard) {
      const late = [...grants.values()].filter(({ dueAt }) => dueAt !== undefined && dueAt < clock.now());
      return late.map(({ grantId }) => grantId).filter((grantId) => grantId.charCodeAt(0) % dueShards === shard);
    },
    async abandon(grantId) {
      const grant = grants.get(grantId);
      const account = grant && accountOf(grant.userId);
      if (grant?.status !== "USING" || account === undefined || (grant.dueAt ?? 0) >= clock.now()) return false;
      Object.assign(grant, { status: "ABANDONED", dueAt: undefined });
      endOwnHold(account, grantId);
      return true;
    },
  };
}

function shown(grant: GrantKept, status: ResetGrant["status"], { profile, lockedUntil = 0 }: AccountKept): ResetGrant {
  const { grantId, userId, way, expiresAt } = grant;
  const { accountName, name, status: stands, email, mobile } = profile;
  return {
    grantId,
    userId,
    way,
    status,
    expiresAt,
    account: {
      accountName,
      name,
      status: stands,
      lockedUntil,
      ...(email === undefined ? {} : { email: email.value }),
      ...(mobile === undefined ? {} : { mobile: mobile.value }),
    },
  };
}
