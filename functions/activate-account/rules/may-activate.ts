import type { RecoveryAccount } from "../../ports/recovery.ts";
import type { ResetGrant } from "../../ports/reset-grants.ts";

type Standing = Pick<RecoveryAccount, "status" | "frozen" | "selfEnable">;

/** M55: a disabled account that nobody froze and no manager keeps disabled is enabled by its owner's personal data. */
export function judgeForActivation({ status, frozen, selfEnable }: Standing) {
  return status === "DISABLED" && selfEnable && !frozen ? "open" : "not-found";
}

/** Whether this grant may enable its account now. A code leads back from 不是我 too, since it is the owner's stronger proof. */
export function mayActivate({ way, account }: Pick<ResetGrant, "way" | "account">): boolean {
  if (account.status !== "DISABLED" || !account.selfEnable) return false;
  if (way !== "code" && account.frozen) return false;
  return way !== "personal-data" || !account.secondFactor;
}
