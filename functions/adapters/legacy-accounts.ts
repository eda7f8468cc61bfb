import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { LegacyAccounts, LegacyCount, LegacyId } from "../ports/legacy-accounts.ts";
import { addressKeyOf } from "./bounces.ts";
import { legacyChanges } from "./legacy-changes.ts";
import { legacyDigest } from "./legacy-hash.ts";
import { legacyOneUse } from "./legacy-one-use.ts";
import { provedBy } from "./legacy-passwords.ts";
import { legacyAccountIn, legacyKeyOf, livingRow } from "./legacy-row.ts";
import { settingIn, settingKeyOf } from "./legacy-setting.ts";
import { giveLegacyTriesBack, looksMailed, reserveLegacyTry } from "./legacy-tries.ts";
import type { Parts } from "./parts.ts";
import { countInWindows } from "./windows.ts";
import { isWritten } from "./writes.ts";

/** Accounts of legacy platforms on DynamoDB (M80–M85, T43). `digestOf` is for tests that count the work. */
export function dynamoLegacyAccounts(parts: Parts, digestOf = legacyDigest): LegacyAccounts {
  const { dynamo, keys, clock, policy } = parts;
  const windows: Record<LegacyCount, Parts["policy"]["legacy"]["perPerson"]> = {
    try: policy.legacy.perPerson,
    find: policy.legacy.findsPerPerson,
    "one-use": policy.legacy.findsPerPerson,
  };

  return {
    count(userId, what) {
      const counters = [{ name: "n", ...windows[what] }];
      const update = countInWindows(dynamo, { limit: `legacy-${what}#${userId}`, counters, now: clock.now() });
      return isWritten(dynamo, new UpdateCommand(update));
    },

    async try(id, password, oneUse) {
      const { legacyKey, row, works } = await read(id);
      const isMailed = oneUse && looksMailed(password, policy.legacy.oneUsePassword.length);
      const reserved = await reserveLegacyTry(parts, { legacyKey, decoy: row === undefined, isMailed });
      if (reserved.outcome === "wait") return { outcome: "wait", wait: reserved.seconds };
      const counted = row === undefined ? undefined : livingRow(reserved.row);
      const by = await provedBy(parts, counted, { password, isMailed, works, digestOf });
      if (by === undefined || counted === undefined) return { outcome: "wrong" };
      await giveLegacyTriesBack(parts, counted);
      return { outcome: "right", by, account: await legacyAccountIn(keys, counted, id, by) };
    },

    async findByEmail(id, email) {
      const { row } = await read(id);
      const account = row === undefined ? undefined : await legacyAccountIn(keys, row, id);
      // By keyed hash, so that the time says nothing of how much is right.
      const [kept, typed] = await Promise.all(
        [account?.email ?? "", email].map((each) => addressKeyOf(keys, each.trim())),
      );
      return kept === typed && account?.state === "open" ? account : undefined;
    },

    ...legacyOneUse(parts),
    ...legacyChanges(parts),
  };

  /** The account's row, and what all rows of its platform cost. */
  async function read(id: LegacyId) {
    const legacyKey = await legacyKeyOf(keys, id);
    const [row, setting] = await dynamo.batchGet(
      [legacyKey, settingKeyOf(id.platform)].map((key) => ({ table: "legacy-accounts", key: { legacyKey: key } })),
    );
    const works = (await settingIn(keys, setting, "works")) ?? [];
    return { legacyKey, row: livingRow(row), works };
  }
}
