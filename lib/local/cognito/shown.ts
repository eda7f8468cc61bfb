import type { Pool, PoolClient, User } from "./store.ts";

/** Seconds since 1970, as the protocol carries times. */
export const seconds = (at: Date): number => at.getTime() / 1000;

export const shownUser = (user: User) => ({
  Username: user.username,
  UserAttributes: [{ Name: "sub", Value: user.sub }],
  UserCreateDate: user.createdAt,
  UserLastModifiedDate: user.modifiedAt,
  Enabled: user.enabled,
  UserStatus: user.status,
});

export const shownPool = (pool: Pool) => ({
  ...pool.settings,
  Id: pool.id,
  Name: pool.name,
  Policies: { PasswordPolicy: pool.passwordPolicy },
  UsernameConfiguration: { CaseSensitive: pool.caseSensitive },
  CreationDate: pool.createdAt,
  LastModifiedDate: pool.createdAt,
});

export const shownClient = (client: PoolClient) => ({
  ...client.settings,
  ClientId: client.id,
  ClientName: client.name,
  UserPoolId: client.poolId,
  ExplicitAuthFlows: client.explicitAuthFlows,
  PreventUserExistenceErrors: client.preventUserExistenceErrors,
  CreationDate: client.createdAt,
  LastModifiedDate: client.createdAt,
});
