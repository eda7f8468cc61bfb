import * as z from "zod/mini";
import { cognitoError } from "../cognito-error.ts";
import { operation, userPoolId } from "../operation.ts";

export const deleteUserPool = operation(z.strictObject({ UserPoolId: userPoolId }), async (asked, { store }) => {
  const pool = await store.pool(asked.UserPoolId);
  if (pool.settings.DeletionProtection === "ACTIVE") {
    throw cognitoError.invalidParameter("The user pool cannot be deleted because deletion protection is activated.");
  }
  await store.deletePool(pool);
  return {};
});
