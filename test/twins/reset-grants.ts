import { changesOnceADay } from "../../functions/contract/reset-ways.ts";
import type { ResetWay } from "../../functions/contract/schemas/reset-password.ts";
import { dueShards } from "../../functions/contract/tables.ts";
import { setCookie } from "../../functions/http/cookies.ts";
import { toldContacts } from "../../functions/person/told-contacts.ts";
import type { Intent } from "../../functions/ports/messages.ts";
import type {
  GrantPurpose,
  ResetGrant,
  ResetGrantMaker,
  ResetGrants,
  ResetSweep,
} from "../../functions/ports/reset-grants.ts";
import { bookIntent } from "./intents.ts";
import type { AccountKept, TwinParts } from "./memory.ts";

interface GrantKept {
  readonly grantId: string;
  readonly purpose: GrantPurpose;
  readonly userId: string;
  readonly way: ResetWay;
  readonly openedAt: number;
  status: "OPEN" | "USING" | "DONE" | "ABANDONED";
  expiresAt: number;
  dueAt?: number | undefined;
}

/** What later work writes into an account, and what a world's `change` writes for it. */
interface Flags {
  readonly frozen?: boolean;
  readonly selfEnable?: boolean;
}

const flagsOf = ({ profile }: AccountKept) => {
  const { frozen = false, selfEnable = true, secondFactor } = profile as AccountKept["profile"] & Flags;
  return { frozen, selfEnable, secondFactor };
};

/** The sagas of reset and activation in memory: every method reads, judges and writes without a pause, so each is all or nothing. */
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

  const mayChange = ({ purpose, way, openedAt }: GrantKept, account: AccountKept): boolean => {
    const { frozen, selfEnable, secondFactor } = flagsOf(account);
    if ((account.grantsFrom ?? 0) > openedAt) return false;
    if (way === "personal-data" && secondFactor) return false;
    if (purpose === "activate")
      return account.profile.status === "DISABLED" && selfEnable && (way === "code" || !frozen);
    const isLocked = changesOnceADay(way) && (account.lockedUntil ?? 0) > clock.now();
    return account.profile.status === "ACTIVE" && !isLocked;
  };

  return {
    async open(userId, way, purpose = "reset", warning) {
      const [grantId, word] = [ids.id(), ids.secret()];
      const opened = { openedAt: clock.now(), expiresAt: tenMinutesOn() };
      grants.set(grantId, { grantId, purpose, userId, way, status: "OPEN", ...opened });
      byCookie.set(word, grantId);
      if (warning !== undefined) {
        memory.audit.push({ subject: userId, event: "account.shown" });
        bookIntent(memory, warning, clock.now() + policy.message.sendingLease * 1_000);
      }
      return setCookie(purpose, word);
    },
    async find(cookie, purpose = "reset") {
      const grant = grants.get(byCookie.get(cookie ?? "") ?? "");
      const account = grant && accountOf(grant.userId);
      if (grant === undefined || account === undefined || grant.expiresAt < clock.now()) return undefined;
      if (grant.purpose !== purpose) return undefined;
      if (grant.status !== "DONE" && (account.grantsFrom ?? 0) > grant.openedAt) return undefined;
      return grant.status === "ABANDONED" ? undefined : shown(grant, grant.status, account);
    },
    async begin({ grantId }, notices: readonly Intent[]) {
      const grant = grants.get(grantId);
      const account = grant && accountOf(grant.userId);
      if (grant === undefined || account === undefined || grant.expiresAt < clock.now()) return "refused";
      const { status } = grant;
      if ((status !== "OPEN" && status !== "USING") || !mayChange(grant, account)) return "refused";
      Object.assign(grant, { status: "USING", dueAt: tenMinutesOn() });
      account.profile = { ...account.profile, epoch: account.profile.epoch + 1 };
      account.hold = { grantId, until: tenMinutesOn() };
      if (status === "USING") return "again";
      memory.audit.push({
        subject: grant.userId,
        event: grant.purpose === "reset" ? "password.reset" : "account.activated",
      });
      for (const notice of notices) bookIntent(memory, notice, clock.now() + policy.message.sendingLease * 1_000);
      return "first";
    },
    async finish({ grantId }, passwords) {
      const grant = grants.get(grantId);
      const account = grant && accountOf(grant.userId);
      if (grant === undefined || account === undefined || grant.status === "OPEN") return false;
      if (grant.purpose === "activate" && account.profile.status === "DISABLED") {
        if (account.hold?.grantId !== grantId || !mayChange(grant, account)) return false;
        account.profile = { ...account.profile, ...({ status: "ACTIVE", frozen: false } as const) };
      }
      Object.assign(grant, { status: "DONE", expiresAt: tenMinutesOn(), dueAt: undefined });
      endOwnHold(account, grantId);
      account.tries = { ...account.tries, wrong: 0 };
      account.devices.clear();
      account.grantsFrom = clock.now();
      if (passwords !== undefined) account.passwords = passwords;
      if (grant.purpose === "reset" && changesOnceADay(grant.way))
        account.lockedUntil = clock.now() + policy.reset.between * 1_000;
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

function shown(grant: GrantKept, status: ResetGrant["status"], account: AccountKept): ResetGrant {
  const { grantId, purpose, userId, way, openedAt, expiresAt } = grant;
  const { profile, lockedUntil = 0 } = account;
  const { accountName, name, status: stands } = profile;
  return {
    grantId,
    purpose,
    userId,
    way,
    status,
    openedAt,
    expiresAt,
    account: {
      accountName,
      name,
      status: stands,
      ...(account.passwords === undefined ? {} : { passwords: account.passwords }),
      lockedUntil,
      ...flagsOf(account),
      told: toldContacts(profile, openedAt),
    },
  };
}
