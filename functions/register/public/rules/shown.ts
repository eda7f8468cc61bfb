import type { Policy } from "../../../contract/policy.ts";
import type { PublicRegistration } from "../../../contract/schemas/public-registration.ts";
import { maskEmail } from "../../../person/masks.ts";
import type { PublicFlow } from "../../../ports/public-registrations.ts";

/** Epoch milliseconds. */
export interface CodeTimes {
  readonly codeExpiresAt: number;
  readonly resendAt: number;
}

/** Whether a registration can still become an account. */
export const isOpen = ({ status, expiresAt }: PublicFlow, now: number): boolean =>
  (status === "PENDING" || status === "CREATING") && expiresAt > now;

/** What the browser of a registration is shown: the same whether the address has an account or not (T04). */
export function shownRegistration(
  policy: Policy,
  flow: PublicFlow | undefined,
  times: CodeTimes | undefined,
  now: number,
): PublicRegistration {
  const passwordRules = policy.passwords.register;
  // Masked: the next person at this device may look. Who activates is told the account in full by that press.
  if (flow?.status === "DONE") return { step: "done", account: maskEmail(flow.person.account), passwordRules };
  if (flow === undefined || !isOpen(flow, now)) return { step: "none", passwordRules };
  const seconds = (until: number, round: (number: number) => number) => Math.max(0, round((until - now) / 1_000));
  return {
    step: "sent",
    email: maskEmail(flow.person.email),
    expiresIn: seconds(flow.expiresAt, Math.floor),
    ...(times === undefined
      ? {}
      : {
          codeExpiresIn: seconds(times.codeExpiresAt, Math.floor),
          resendIn: seconds(times.resendAt, Math.ceil),
        }),
    passwordRules,
  };
}
