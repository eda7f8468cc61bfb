import * as z from "zod/mini";
import { operation, userPoolId } from "../operation.ts";
import { pageOf, pageSize } from "../page-of.ts";
import { shownClient } from "../shown.ts";

const request = z.strictObject({
  UserPoolId: userPoolId,
  MaxResults: z._default(pageSize, 60),
  NextToken: z.optional(z.string()),
});

export const listUserPoolClients = operation(request, async ({ UserPoolId, MaxResults, NextToken }, { store }) => {
  await store.pool(UserPoolId);
  const { rows, next } = pageOf(await store.listClients(UserPoolId), MaxResults, NextToken);
  const UserPoolClients = rows
    .map(shownClient)
    .map(({ ClientId, ClientName }) => ({ ClientId, ClientName, UserPoolId }));
  return { UserPoolClients, NextToken: next };
});
