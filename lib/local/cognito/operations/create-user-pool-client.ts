import { randomBytes } from "node:crypto";
import * as z from "zod/mini";
import { operation, userPoolId } from "../operation.ts";
import { seconds, shownClient } from "../shown.ts";
import type { PoolClient } from "../store.ts";

const validity = z.optional(z.int().check(z.minimum(0)));
const unit = z.optional(z.enum(["seconds", "minutes", "hours", "days"]));

/** Token lifetimes are only shown again: the stand-in's tokens open nothing. */
const request = z.strictObject({
  UserPoolId: userPoolId,
  ClientName: z.string().check(z.minLength(1), z.maxLength(128)),
  ExplicitAuthFlows: z._default(z.array(z.enum(["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"])), []),
  PreventUserExistenceErrors: z._default(z.enum(["ENABLED", "LEGACY"]), "LEGACY"),
  GenerateSecret: z.optional(z.literal(false)),
  EnableTokenRevocation: z.optional(z.boolean()),
  AccessTokenValidity: validity,
  IdTokenValidity: validity,
  RefreshTokenValidity: validity,
  TokenValidityUnits: z.optional(z.strictObject({ AccessToken: unit, IdToken: unit, RefreshToken: unit })),
});

export const createUserPoolClient = operation(request, async (asked, { store, now }) => {
  const { UserPoolId, ClientName, ExplicitAuthFlows, PreventUserExistenceErrors, GenerateSecret, ...settings } = asked;
  await store.pool(UserPoolId);
  const client: PoolClient = {
    id: randomBytes(13).toString("hex"),
    poolId: UserPoolId,
    name: ClientName,
    explicitAuthFlows: ExplicitAuthFlows,
    preventUserExistenceErrors: PreventUserExistenceErrors,
    settings,
    createdAt: seconds(now()),
  };
  await store.putClient(client);
  return { UserPoolClient: shownClient(client) };
});
