import * as z from "zod/mini";
import { operation, password, username, userPoolId } from "../operation.ts";
import { enforcePasswordPolicy } from "../password-policy.ts";
import { seconds } from "../shown.ts";

const request = z.strictObject({
  UserPoolId: userPoolId,
  Username: username,
  Password: password,
  Permanent: z._default(z.boolean(), false),
});

export const adminSetUserPassword = operation(request, async (asked, { store, now, passwords }) => {
  const pool = await store.pool(asked.UserPoolId);
  enforcePasswordPolicy(asked.Password, pool.passwordPolicy);
  await store.changeUser(pool, asked.Username, {
    passwordHash: await passwords.hash(asked.Password),
    status: asked.Permanent ? "CONFIRMED" : "FORCE_CHANGE_PASSWORD",
    modifiedAt: seconds(now()),
  });
  return {};
});
