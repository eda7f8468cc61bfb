import type { AuditEvent } from "../contract/audit-events.ts";
import type { OwnData } from "../ports/own-data.ts";
import { personNumberOf } from "./account-row.ts";
import type { Parts } from "./parts.ts";
import { livePriors } from "./prior-contacts.ts";
import { countInWindows } from "./windows.ts";

const downloaded: AuditEvent = "data.downloaded";
const countyOf = /^county#([^#]+)#/;

export function dynamoOwnData({ dynamo, keys, clock, ids, policy }: Parts): OwnData {
  return {
    async rest(userId) {
      const [row = {}] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
      const personNumber = await personNumberOf(keys, row);
      const priors = await livePriors(keys, row, clock.now());
      const claims = row.claims instanceof Set ? ([...row.claims] as string[]) : [];
      return {
        ...(row.consent === undefined ? {} : { notice: row.consent as Record<string, unknown> }),
        ...(personNumber === undefined ? {} : { personNumber }),
        earlierContacts: priors.flatMap(({ channel, contact }) => (contact ? [{ channel, value: contact.value }] : [])),
        counties: claims.flatMap((claim) => countyOf.exec(claim)?.[1] ?? []),
      };
    },

    async note(userId) {
      const now = clock.now();
      const entry = `${new Date(now).toISOString()}#${ids.id()}`;
      const counters = [{ name: "n", ...policy.records.downloads }];
      const refused = await dynamo.transact([
        { Update: countInWindows(dynamo, { limit: `data#${userId}`, counters, now }) },
        {
          Put: {
            TableName: dynamo.name("audit"),
            Item: { subject: userId, entry, event: downloaded },
            ConditionExpression: "attribute_not_exists(subject)",
          },
        },
      ]);
      return refused.size === 0;
    },
  };
}
