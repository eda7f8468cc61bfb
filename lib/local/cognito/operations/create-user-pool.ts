import { randomInt } from "node:crypto";
import * as z from "zod/mini";
import { operation } from "../operation.ts";
import { defaultPasswordPolicy, passwordPolicy } from "../password-policy.ts";
import { seconds, shownPool } from "../shown.ts";

/** Settings that would change what the seven user operations do are left out, so that asking for one is refused loudly. */
const request = z.strictObject({
  PoolName: z.string().check(z.minLength(1), z.maxLength(128)),
  Policies: z.optional(z.strictObject({ PasswordPolicy: z.optional(passwordPolicy) })),
  UsernameConfiguration: z.optional(z.strictObject({ CaseSensitive: z.boolean() })),
  MfaConfiguration: z.optional(z.literal("OFF")),
  AdminCreateUserConfig: z.optional(z.strictObject({ AllowAdminCreateUserOnly: z.boolean() })),
  AccountRecoverySetting: z.optional(z.record(z.string(), z.unknown())),
  DeletionProtection: z.optional(z.enum(["ACTIVE", "INACTIVE"])),
  UserPoolTags: z.optional(z.record(z.string(), z.string())),
  UserPoolTier: z.optional(z.enum(["LITE", "ESSENTIALS"])),
});

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const randomName = () => Array.from({ length: 9 }, () => alphabet[randomInt(alphabet.length)]).join("");

export const createUserPool = operation(request, async (asked, { store, now }) => {
  const { PoolName, Policies, UsernameConfiguration, ...settings } = asked;
  const pool = {
    id: `local_${randomName()}`,
    name: PoolName,
    caseSensitive: UsernameConfiguration?.CaseSensitive ?? true,
    passwordPolicy: Policies?.PasswordPolicy ?? defaultPasswordPolicy,
    settings,
    createdAt: seconds(now()),
  };
  await store.putPool(pool);
  return { UserPool: shownPool(pool) };
});
