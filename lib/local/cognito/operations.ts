import type { Operation } from "./operation.ts";
import { adminCreateUser } from "./operations/admin-create-user.ts";
import { adminDeleteUser } from "./operations/admin-delete-user.ts";
import { adminDisableUser } from "./operations/admin-disable-user.ts";
import { adminEnableUser } from "./operations/admin-enable-user.ts";
import { adminGetUser } from "./operations/admin-get-user.ts";
import { adminInitiateAuth } from "./operations/admin-initiate-auth.ts";
import { adminSetUserPassword } from "./operations/admin-set-user-password.ts";
import { createUserPool } from "./operations/create-user-pool.ts";
import { createUserPoolClient } from "./operations/create-user-pool-client.ts";
import { deleteUserPool } from "./operations/delete-user-pool.ts";
import { describeUserPool } from "./operations/describe-user-pool.ts";
import { describeUserPoolClient } from "./operations/describe-user-pool-client.ts";
import { listUserPoolClients } from "./operations/list-user-pool-clients.ts";
import { listUserPools } from "./operations/list-user-pools.ts";

/** All that the stand-in can do, by Cognito's names; a Map, so that no inherited name counts as an operation. */
export const operations: ReadonlyMap<string, Operation> = new Map([
  ["AdminCreateUser", adminCreateUser],
  ["AdminSetUserPassword", adminSetUserPassword],
  ["AdminInitiateAuth", adminInitiateAuth],
  ["AdminGetUser", adminGetUser],
  ["AdminEnableUser", adminEnableUser],
  ["AdminDisableUser", adminDisableUser],
  ["AdminDeleteUser", adminDeleteUser],
  ["CreateUserPool", createUserPool],
  ["ListUserPools", listUserPools],
  ["DescribeUserPool", describeUserPool],
  ["DeleteUserPool", deleteUserPool],
  ["CreateUserPoolClient", createUserPoolClient],
  ["ListUserPoolClients", listUserPoolClients],
  ["DescribeUserPoolClient", describeUserPoolClient],
]);
