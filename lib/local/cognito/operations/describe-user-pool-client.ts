import * as z from "zod/mini";
import { clientId, operation, userPoolId } from "../operation.ts";
import { shownClient } from "../shown.ts";

const request = z.strictObject({ UserPoolId: userPoolId, ClientId: clientId });

export const describeUserPoolClient = operation(request, async ({ UserPoolId, ClientId }, { store }) => {
  await store.pool(UserPoolId);
  return { UserPoolClient: shownClient(await store.client(UserPoolId, ClientId)) };
});
