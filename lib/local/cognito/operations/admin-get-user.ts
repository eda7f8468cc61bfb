import { cognitoError } from "../cognito-error.ts";
import { oneUser, operation } from "../operation.ts";
import { shownUser } from "../shown.ts";

export const adminGetUser = operation(oneUser, async ({ UserPoolId, Username }, { store }) => {
  const user = await store.user(await store.pool(UserPoolId), Username);
  if (user === undefined) throw cognitoError.userNotFound();
  return shownUser(user);
});
