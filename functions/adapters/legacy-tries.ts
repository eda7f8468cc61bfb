import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { defaultPasswordAlphabet, typedDefaultPassword } from "./default-password-text.ts";
import { cleanAt, type Dynamo, type Row, refusedRow } from "./dynamo.ts";
import type { LegacyRow } from "./legacy-row.ts";
import type { Parts } from "./parts.ts";
import { waitUntil } from "./sign-in-accounts.ts";

/** Whether somebody typed something in the form of a mailed password. */
export const looksMailed = (password: string, length: number): boolean => {
  const typed = typedDefaultPassword(password);
  return typed.length === length && [...typed].every((letter) => defaultPasswordAlphabet.includes(letter));
};

/** `row`: the account as it stands with the try counted; of a decoy its counter alone. */
export type ReservedLegacyTry =
  | { readonly outcome: "reserved"; readonly row: Row }
  | { readonly outcome: "wait"; readonly seconds: number };

interface Asked {
  readonly legacyKey: string;
  /** Nobody's account: the same counter in a row of `limits` (T04). */
  readonly decoy: boolean;
  /** Looked at also after the last try of the platform's password: 43 random bits are not guessed. */
  readonly isMailed: boolean;
}

const day = 86_400_000;

/** Where the counter of an old account stands, or of its decoy. */
function placeOf(dynamo: Dynamo, { legacyKey, decoy }: Pick<Asked, "legacyKey" | "decoy">) {
  return decoy
    ? { TableName: dynamo.name("limits"), Key: { limit: `legacy-decoy#${legacyKey}` } }
    : { TableName: dynamo.name("legacy-accounts"), Key: { legacyKey } };
}

/**
 * Counts one try before anything is compared (T01, T43): five are free, then a wait that doubles, and after the hundredth only a mailed
 * password is looked at. One write, or two after a wait.
 */
export async function reserveLegacyTry(parts: Parts, asked: Asked): Promise<ReservedLegacyTry> {
  const { dynamo, clock, ids, policy } = parts;
  const rules = policy.legacy;
  const [us, now] = [ids.id(), clock.now()];
  const first = await reserve("(attribute_not_exists(wrong) OR wrong < :free)", { ":free": rules.freeTries });
  if (first.reserved) return { outcome: "reserved", row: first.row };
  const tries = { wrong: Number(first.row.wrong ?? 0), lastAt: Number(first.row.lastAt ?? 0) };
  const until = waitUntil(tries, rules.freeTries, rules);
  if (tries.wrong >= rules.triesUntilReset && !asked.isMailed) return { outcome: "wait", seconds: rules.longestWait };
  if (now < until) return { outcome: "wait", seconds: Math.max(1, Math.ceil((until - now) / 1_000)) };
  // The wait is over: one more try, if nobody took it since the row was read.
  const next = await reserve("wrong = :wrong AND lastAt = :last", { ":wrong": tries.wrong, ":last": tries.lastAt });
  return next.reserved ? { outcome: "reserved", row: next.row } : { outcome: "wait", seconds: rules.firstWait };

  async function reserve(condition: string, values: Row): Promise<{ reserved: boolean; row: Row }> {
    try {
      const { Attributes = {} } = await dynamo.send(
        new UpdateCommand({
          ...placeOf(dynamo, asked),
          UpdateExpression: `SET lastAt = :now, tryBy = :us${asked.decoy ? ", cleanAt = :clean" : ""} ADD wrong :one`,
          // Nobody's account is not made by trying: an import alone makes one.
          ConditionExpression: `${asked.decoy ? "" : "attribute_exists(legacyKey) AND "}${condition} AND (attribute_not_exists(tryBy) OR tryBy <> :us)`,
          ExpressionAttributeValues: {
            ":now": now,
            ":us": us,
            ":one": 1,
            ...values,
            ...(asked.decoy ? { ":clean": cleanAt(now + day) } : {}),
          },
          ReturnValues: "ALL_NEW",
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
      );
      return { reserved: true, row: Attributes };
    } catch (error) {
      const row = refusedRow(error);
      if (row === undefined) throw error;
      // The SDK's second try after a lost answer meets its own (T45).
      return { reserved: row.tryBy === us, row };
    }
  }
}

/** A right password: the counter is back at nothing. Of an account that is gone meanwhile nothing is left to give back. */
export async function giveLegacyTriesBack(
  { dynamo }: Parts,
  { legacyKey }: Pick<LegacyRow, "legacyKey">,
): Promise<void> {
  try {
    await dynamo.send(
      new UpdateCommand({
        ...placeOf(dynamo, { legacyKey, decoy: false }),
        UpdateExpression: "SET wrong = :zero",
        ConditionExpression: "attribute_exists(legacyKey)",
        ExpressionAttributeValues: { ":zero": 0 },
      }),
    );
  } catch (error) {
    if (refusedRow(error) === undefined) throw error;
  }
}
