import { type PasswordRules, policies } from "../../../functions/contract/policy.ts";
import { useApplication } from "./application-state.tsx";

/** The rule of M17 as the form ticks it off: the one the service runs with, and the manual's until it has said so. */
export const usePasswordRules = (): PasswordRules => useApplication().passwordRules ?? policies.seed.passwords.register;
