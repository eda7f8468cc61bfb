import { oneUser, operation } from "../operation.ts";
import { seconds } from "../shown.ts";

export const adminEnableUser = operation(oneUser, async ({ UserPoolId, Username }, { store, now }) => {
  const pool = await store.pool(UserPoolId);
  await store.changeUser(pool, Username, { enabled: true, modifiedAt: seconds(now()) });
  return {};
});
