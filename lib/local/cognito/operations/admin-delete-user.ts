import { oneUser, operation } from "../operation.ts";

export const adminDeleteUser = operation(oneUser, async ({ UserPoolId, Username }, { store }) => {
  await store.deleteUser(await store.pool(UserPoolId), Username);
  return {};
});
