import type { AuditEvent } from "../contract/audit-events.ts";
import type { LegacyPlatforms } from "../ports/legacy-platforms.ts";
import type { Row } from "./dynamo.ts";
import { settingIn, settingRow, settingUpdate } from "./legacy-setting.ts";
import type { Parts } from "./parts.ts";

const given: AuditEvent = "legacy-platform.given";

/** Owners of legacy platforms on DynamoDB, in a row beside the imported accounts. */
export function dynamoLegacyPlatforms(parts: Pick<Parts, "dynamo" | "keys" | "clock" | "ids">): LegacyPlatforms {
  const { dynamo, keys, clock, ids } = parts;

  return {
    async read(platform) {
      const seen = await settingRow(dynamo, platform);
      const owner = await settingIn(keys, seen, "owner");
      return { seen, ...(owner === undefined ? {} : { owner }) };
    },

    async give(platform, owner, { operator }, read) {
      if (read.owner === owner) return true;
      const entry = `${new Date(clock.now()).toISOString()}#${ids.id()}`;
      const refused = await dynamo.transact([
        { Update: await settingUpdate(parts, platform, "owner", owner, read.seen as Row | undefined) },
        {
          Put: {
            TableName: dynamo.name("audit"),
            Item: {
              subject: `legacy-platform#${platform}`,
              entry,
              event: given,
              by: operator,
              takenOver: read.owner !== undefined,
            },
            ConditionExpression: "attribute_not_exists(subject)",
          },
        },
      ]);
      return refused.size === 0;
    },
  };
}
