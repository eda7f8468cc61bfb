import * as z from "zod/mini";
import { operation, userPoolId } from "../operation.ts";
import { shownPool } from "../shown.ts";

export const describeUserPool = operation(z.strictObject({ UserPoolId: userPoolId }), async (asked, { store }) => ({
  UserPool: shownPool(await store.pool(asked.UserPoolId)),
}));
