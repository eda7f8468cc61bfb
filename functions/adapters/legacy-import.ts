import { PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { AuditEvent } from "../contract/audit-events.ts";
import type { LegacyImport, LegacyImported, LegacyImportOutcome } from "../ports/legacy-import.ts";
import { type Row, refusedRow } from "./dynamo.ts";
import { readLegacyHash } from "./legacy-hash.ts";
import { importDigestOf, type LegacyRow, legacyAccountIn, legacyKeyOf, livingRow, newLegacyRow } from "./legacy-row.ts";
import { noteWorks } from "./legacy-works.ts";
import type { Parts } from "./parts.ts";

const imported: AuditEvent = "legacy-accounts.imported";

/** Keys of one BatchGetItem. */
const readAtOnce = 100;
/** As many as threads hash: 19 MiB each. */
const writtenAtOnce = 4;
/** Another import of the same account may come in between. */
const mostTries = 3;

/** Accounts of legacy platforms as an import writes them. */
export function dynamoLegacyImport(parts: Parts): LegacyImport {
  const { dynamo, keys, clock, ids } = parts;
  const TableName = dynamo.name("legacy-accounts");

  return {
    wrongWith({ format, hash, salt }) {
      const read = readLegacyHash(format, hash, salt);
      return read.ok ? undefined : read.problem;
    },

    async put(accounts, by) {
      const wanted = await Promise.all(
        accounts.map(async (account) => {
          const [legacyKey, digest] = await Promise.all([legacyKeyOf(keys, account), importDigestOf(keys, account)]);
          return { account, legacyKey, digest };
        }),
      );
      const stored = await read(wanted.map(({ legacyKey }) => legacyKey));
      const outcomes = await Promise.all(
        wanted.map(({ account, digest }, index) => outcomeOf(account, digest, stored[index])),
      );
      const work = wanted.flatMap(({ account }, index) =>
        isToWrite(outcomes[index]) ? [{ account, index, before: stored[index] }] : [],
      );
      if (work.length > 0) {
        await audit(by, outcomes);
        await noteWorks(
          parts,
          by.platform,
          work.map(({ account }) => account),
        );
      }
      const left = work.values();
      const worker = async () => {
        for (const { account, index, before } of left) outcomes[index] = await write(account, before);
      };
      await Promise.all(Array.from({ length: writtenAtOnce }, worker));
      return outcomes;
    },
  };

  async function read(legacyKeys: readonly string[]): Promise<(Row | undefined)[]> {
    const rows: (Row | undefined)[] = [];
    for (let from = 0; from < legacyKeys.length; from += readAtOnce) {
      const some = legacyKeys.slice(from, from + readAtOnce);
      rows.push(
        ...(await dynamo.batchGet(some.map((legacyKey) => ({ table: "legacy-accounts", key: { legacyKey } })))),
      );
    }
    return rows;
  }

  /** What is to be done with an account where this row stands. */
  async function outcomeOf(
    account: LegacyImported,
    digest: string,
    stored: Row | undefined,
  ): Promise<LegacyImportOutcome> {
    if (stored === undefined) return "added";
    if (stored.digest === digest) return "same";
    const row = livingRow(stored);
    if (row === undefined) return "kept";
    // A platform that told letter case apart had two people there.
    const { shownAccount } = await legacyAccountIn(keys, row, account);
    if (shownAccount !== account.shownAccount) return "other-spelling";
    return row.state === "linked" ? "kept" : "changed";
  }

  /** Once hashed it is tried against whatever stands there by then; a row that somebody joined is never touched. */
  async function write(account: LegacyImported, seen: Row | undefined): Promise<LegacyImportOutcome> {
    const row = await newLegacyRow(parts, account);
    let before = seen;
    for (let tries = 0; tries < mostTries; tries += 1) {
      const outcome = before === undefined ? "added" : "changed";
      try {
        if (before === undefined) await dynamo.send(created(row));
        else await dynamo.send(changed(row, String(before.digest)));
        return outcome;
      } catch (error) {
        const now = refusedRow(error);
        if (now === undefined) throw error;
        // The SDK's second try after a lost answer meets its own (T45), or another import of the same file was quicker.
        if (now.digest === row.digest) return outcome;
        before = now.legacyKey === undefined ? undefined : now;
        const next = await outcomeOf(account, row.digest, before);
        if (!isToWrite(next)) return next;
      }
    }
    throw new Error("a legacy account kept changing while it was imported: import the file again");
  }

  function created(Item: LegacyRow): PutCommand {
    return new PutCommand({
      TableName,
      Item,
      ConditionExpression: "attribute_not_exists(legacyKey)",
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    });
  }

  /** The counter of wrong passwords stays. Mailed passwords and their count go: they were for the address that stood there before. */
  function changed({ legacyKey, account, hash, digest }: LegacyRow, before: string): UpdateCommand {
    return new UpdateCommand({
      TableName,
      Key: { legacyKey },
      UpdateExpression: "SET account = :account, #hash = :hash, digest = :digest REMOVE oneUse, oneUseUntil, mailed",
      ConditionExpression: "#state = :open AND digest = :before",
      ExpressionAttributeNames: { "#state": "state", "#hash": "hash" },
      ExpressionAttributeValues: {
        ":account": account,
        ":hash": hash,
        ":digest": digest,
        ":open": "open",
        ":before": before,
      },
      ReturnValuesOnConditionCheckFailure: "ALL_OLD",
    });
  }

  /** First, so that no row is written of which no record tells. */
  async function audit(
    { platform, operator }: { readonly platform: string; readonly operator: string },
    outcomes: readonly LegacyImportOutcome[],
  ): Promise<void> {
    const count = (which: LegacyImportOutcome) => outcomes.filter((outcome) => outcome === which).length;
    const entry = `${new Date(clock.now()).toISOString()}#${ids.id()}`;
    const Item = { subject: `legacy-platform#${platform}`, entry, event: imported, by: operator };
    await dynamo.send(
      new PutCommand({
        TableName: dynamo.name("audit"),
        Item: { ...Item, added: count("added"), changed: count("changed") },
      }),
    );
  }
}

const isToWrite = (outcome: LegacyImportOutcome | undefined): boolean => outcome === "added" || outcome === "changed";
