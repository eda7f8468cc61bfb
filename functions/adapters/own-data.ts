import type { OwnData } from "../ports/own-data.ts";
import { personNumberOf } from "./account-row.ts";
import { auditItem } from "./audit-item.ts";
import type { Parts } from "./parts.ts";
import { livePriors } from "./prior-contacts.ts";
import { countInWindows } from "./windows.ts";

const countyOf = /^county#([^#]+)#/;

export function dynamoOwnData(parts: Parts): OwnData {
  const { dynamo, keys, clock, policy } = parts;

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
      const counters = [{ name: "n", ...policy.records.downloads }];
      const refused = await dynamo.transact([
        { Update: countInWindows(dynamo, { limit: `data#${userId}`, counters, now }) },
        auditItem(parts, { subject: userId, event: "data.downloaded", now }),
      ]);
      return refused.size === 0;
    },
  };
}
