import { oneUser, operation } from "../operation.ts";
import { seconds } from "../shown.ts";

export const adminDisableUser = operation(oneUser, async ({ UserPoolId, Username }, { store, now }) => {
  const pool = await store.pool(UserPoolId);
  await store.changeUser(pool, Username, { enabled: false, modifiedAt: seconds(now()) });
  return {};
});
