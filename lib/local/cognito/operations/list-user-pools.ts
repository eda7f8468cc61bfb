import * as z from "zod/mini";
import { operation } from "../operation.ts";
import { pageOf, pageSize } from "../page-of.ts";
import { shownPool } from "../shown.ts";

const request = z.strictObject({ MaxResults: pageSize, NextToken: z.optional(z.string()) });

export const listUserPools = operation(request, async ({ MaxResults, NextToken }, { store }) => {
  const { rows, next } = pageOf(await store.listPools(), MaxResults, NextToken);
  const UserPools = rows.map(shownPool).map(({ Id, Name, CreationDate, LastModifiedDate }) => ({
    Id,
    Name,
    CreationDate,
    LastModifiedDate,
  }));
  return { UserPools, NextToken: next };
});
