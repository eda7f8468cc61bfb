import * as z from "zod/mini";
import { cognitoError } from "./cognito-error.ts";

export const passwordPolicy = z.strictObject({
  MinimumLength: z._default(z.int().check(z.minimum(6), z.maximum(99)), 8),
  RequireUppercase: z._default(z.boolean(), false),
  RequireLowercase: z._default(z.boolean(), false),
  RequireNumbers: z._default(z.boolean(), false),
  RequireSymbols: z._default(z.boolean(), false),
  TemporaryPasswordValidityDays: z._default(z.int().check(z.minimum(0), z.maximum(365)), 7),
});
export type PasswordPolicy = z.infer<typeof passwordPolicy>;

/** What Cognito gives a pool that names no policy. */
export const defaultPasswordPolicy: PasswordPolicy = {
  MinimumLength: 8,
  RequireUppercase: true,
  RequireLowercase: true,
  RequireNumbers: true,
  RequireSymbols: true,
  TemporaryPasswordValidityDays: 7,
};

/** The characters that Cognito counts as symbols (Developer Guide, "Password requirements"); a space may not lead or trail. */
const symbol = /[\^$*.[\]{}()?"!@#%&/\\,><':;|_~`=+ -]/;

const rules: { broken: (password: string, policy: PasswordPolicy) => boolean; reason: string }[] = [
  { broken: (password, policy) => password.length < policy.MinimumLength, reason: "Password not long enough" },
  {
    broken: (password, policy) => policy.RequireUppercase && !/[A-Z]/.test(password),
    reason: "Password must have uppercase characters",
  },
  {
    broken: (password, policy) => policy.RequireLowercase && !/[a-z]/.test(password),
    reason: "Password must have lowercase characters",
  },
  {
    broken: (password, policy) => policy.RequireNumbers && !/[0-9]/.test(password),
    reason: "Password must have numeric characters",
  },
  {
    broken: (password, policy) => policy.RequireSymbols && !symbol.test(password),
    reason: "Password must have symbol characters",
  },
];

/** @throws AwsJsonError InvalidPasswordException with the first rule that the password breaks */
export function enforcePasswordPolicy(password: string, policy: PasswordPolicy): void {
  const broken = rules.find((rule) => rule.broken(password, policy));
  if (broken !== undefined) throw cognitoError.invalidPassword(broken.reason);
}
