import type { Policy } from "../contract/policy.ts";
import type { CodeSubject } from "../ports/challenges.ts";
import { cleanAt, type Dynamo, type Row, type TransactItem } from "./dynamo.ts";

const day = 86_400_000;

/** T08: an account's wrong codes since its last right one, in a row of `limits` of its own. */
export const inARowKey = (account: string): Row => ({ limit: `codes-in-a-row#${account}` });

export const isOver = (row: Row | undefined, { code }: Policy): boolean => Number(row?.wrong ?? 0) >= code.wrongInARow;

/** One more. Of an account it stays until a success, however long; what is no account yet, or a decoy's, is cleaned a year after. */
export function countInARow(dynamo: Dynamo, { account, decoy, kind }: CodeSubject, now: number) {
  const isCleaned = decoy || kind === "code-public";
  return {
    TableName: dynamo.name("limits"),
    Key: inARowKey(account),
    UpdateExpression: isCleaned ? "SET cleanAt = :clean ADD wrong :one" : "REMOVE cleanAt ADD wrong :one",
    ExpressionAttributeValues: { ":one": 1, ...(isCleaned ? { ":clean": cleanAt(now + 365 * day) } : {}) },
  };
}

/** A success: none in a row any more. */
export function endInARow(dynamo: Dynamo, account: string, now: number) {
  return {
    TableName: dynamo.name("limits"),
    Key: inARowKey(account),
    UpdateExpression: "SET wrong = :none, cleanAt = :clean",
    ExpressionAttributeValues: { ":none": 0, ":clean": cleanAt(now + day) },
  };
}

/** Refuses another challenge whose tries could pass the limit: each has at most `tries`, and one lives at a time. */
export function refuseInARow(dynamo: Dynamo, account: string, { code }: Policy): TransactItem {
  return {
    ConditionCheck: {
      TableName: dynamo.name("limits"),
      Key: inARowKey(account),
      ConditionExpression: "attribute_not_exists(wrong) OR wrong <= :most",
      ExpressionAttributeValues: { ":most": code.wrongInARow - code.tries },
    },
  };
}
