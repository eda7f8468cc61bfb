import { randomUUID } from "node:crypto";
import * as z from "zod/mini";
import { operation, password, username, userPoolId } from "../operation.ts";
import { enforcePasswordPolicy } from "../password-policy.ts";
import { seconds, shownUser } from "../shown.ts";
import type { User } from "../store.ts";

/** Sends no invitation: MessageAction must be SUPPRESS and the temporary password given. */
const request = z.strictObject({
  UserPoolId: userPoolId,
  Username: username,
  TemporaryPassword: password,
  MessageAction: z.literal("SUPPRESS"),
});

export const adminCreateUser = operation(request, async (asked, { store, now, passwords }) => {
  const pool = await store.pool(asked.UserPoolId);
  enforcePasswordPolicy(asked.TemporaryPassword, pool.passwordPolicy);
  const createdAt = seconds(now());
  const user: User = {
    username: asked.Username,
    sub: randomUUID(),
    enabled: true,
    status: "FORCE_CHANGE_PASSWORD",
    passwordHash: await passwords.hash(asked.TemporaryPassword),
    createdAt,
    modifiedAt: createdAt,
  };
  await store.createUser(pool, user);
  const { UserAttributes, ...shown } = shownUser(user);
  return { User: { ...shown, Attributes: UserAttributes } };
});
