import type { AuditEvent } from "../contract/audit-events.ts";
import type { TableName } from "../contract/tables.ts";
import type { ShownAccounts } from "../ports/shown-accounts.ts";
import type { Row, TransactItem } from "./dynamo.ts";
import { intentRow } from "./intents.ts";
import type { Parts } from "./parts.ts";

const event: AuditEvent = "account.shown";

/** Accounts told to somebody, on audit and messages (M41, I5). */
export function dynamoShownAccounts({ dynamo, keys, clock, ids, policy }: Parts): ShownAccounts {
  return {
    async note(shown) {
      const [now, id] = [clock.now(), ids.id()];
      const key = { subject: shown?.userId ?? `decoy-${id}`, entry: `${new Date(now).toISOString()}#${id}` };
      const absent = (table: TableName, Key: Row, condition: string): TransactItem => ({
        ConditionCheck: { TableName: dynamo.name(table), Key, ConditionExpression: condition },
      });
      const record: TransactItem =
        shown === undefined
          ? absent("audit", key, "attribute_not_exists(subject)")
          : {
              Put: {
                TableName: dynamo.name("audit"),
                Item: { ...key, event, way: "person-id" },
                ConditionExpression: "attribute_not_exists(subject)",
              },
            };
      const isTold = shown !== undefined && Object.keys(shown.notice.states).length > 0;
      const notice = isTold
        ? { Put: await intentRow(dynamo, keys, shown.notice, now, policy, "due-at-once") }
        : absent("messages", { messageId: id }, "attribute_not_exists(messageId)");
      // Both ids are fresh random bits: a row that has one is ours, written by a try whose answer was lost.
      await dynamo.transact([record, notice]);
    },
  };
}
