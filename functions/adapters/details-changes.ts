import { isDeepStrictEqual } from "node:util";
import type { DetailsChanges } from "../ports/account-changes.ts";
import { profileOf } from "./account-row.ts";
import type { Parts } from "./parts.ts";
import { personChange } from "./person-change.ts";

/** The sealed details of 其他 (M20). One read, one transaction. */
export function dynamoDetailsChanges(parts: Parts): DetailsChanges {
  const { dynamo, keys } = parts;
  return {
    async update({ userId, epoch, details }) {
      const [row] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
      if (row?.status !== "ACTIVE" || row.epoch !== epoch) return "ended";
      if (isDeepStrictEqual((await profileOf(keys, row)).details, details)) return "changed";
      const refused = await dynamo.transact(await personChange(parts, row, { details }, { event: "details.changed" }));
      return refused.size === 0 ? "changed" : "changed-meanwhile";
    },
  };
}
