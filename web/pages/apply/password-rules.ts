import { policies } from "../../../functions/contract/policy.ts";

/** The rule of M17 as the form ticks it off; the service judges by the profile it runs with and names what is wrong. */
export const passwordRules = policies.seed.passwords.register;
