import type { Intent } from "./messages.ts";

/** Why a job disables an account. */
export type DisabledFor = "idle" | "role-ended";

/**
 * Disabling an account (§5.2): the profile and every session first, then the vault. Until the vault is done the account is due in the
 * sparse index of `disable-idle`, which finishes what broke off.
 */
export interface Disabling {
  /** DISABLED, epoch raised, audit and notice, one transaction. False when the account is not as `seen` any more. */
  disable(
    account: { readonly userId: string; readonly seen: unknown },
    reason: DisabledFor,
    notice: Intent | undefined,
  ): Promise<boolean>;
  /** The epoch of an account that is disabled and whose vault is to follow, or undefined: settled already, enabled, being enabled. */
  pending(userId: string): Promise<number | undefined>;
  /** The vault followed. False when somebody has begun to enable the account meanwhile: then the vault must let the user in again. */
  settle(userId: string, epoch: number): Promise<boolean>;
}
