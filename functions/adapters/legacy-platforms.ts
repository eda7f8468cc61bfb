import type { LegacyPlatforms } from "../ports/legacy-platforms.ts";
import { auditItem } from "./audit-item.ts";
import type { Row } from "./dynamo.ts";
import { settingIn, settingRow, settingUpdate } from "./legacy-setting.ts";
import type { Parts } from "./parts.ts";

/** Owners of legacy platforms on DynamoDB, in a row beside the imported accounts. */
export function dynamoLegacyPlatforms(parts: Pick<Parts, "dynamo" | "keys" | "clock" | "ids">): LegacyPlatforms {
  const { dynamo, keys, clock } = parts;

  return {
    async read(platform) {
      const seen = await settingRow(dynamo, platform);
      const owner = await settingIn(keys, seen, "owner");
      return { seen, ...(owner === undefined ? {} : { owner }) };
    },

    async give(platform, owner, { operator }, read) {
      if (read.owner === owner) return true;
      const detail = { by: operator, takenOver: read.owner !== undefined };
      const refused = await dynamo.transact([
        { Update: await settingUpdate(parts, platform, "owner", owner, read.seen as Row | undefined) },
        auditItem(parts, {
          subject: `legacy-platform#${platform}`,
          event: "legacy-platform.given",
          now: clock.now(),
          detail,
        }),
      ]);
      return refused.size === 0;
    },
  };
}
