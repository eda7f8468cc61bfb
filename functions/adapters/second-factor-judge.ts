import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { normalizeRecoveryCode } from "../person/recovery-code.ts";
import type { FactorOutcome } from "../ports/second-factors.ts";
import { isRefused, refusedRow, type TransactItem } from "./dynamo.ts";
import { type Proof, proofOf, type Spending, spending } from "./second-factor-proof.ts";
import { type FactorParts, factorAudit, factorNotices } from "./second-factor-records.ts";
import { type Allowed, type FactorRow, type FactorTry, reserveFactorTry, triesOf } from "./second-factor-row.ts";
import { waitUntil } from "./sign-in-accounts.ts";

/** The row of the reserved try with what the code proves, or why it proves nothing. */
export type Judged =
  | { readonly row: FactorRow; readonly proof: Proof }
  | { readonly outcome: Exclude<FactorOutcome, { outcome: "right" }> };

export type Written = { readonly outcome: "right" } | { readonly outcome: "wrong" } | { readonly outcome: "off" };

/** A code against the row (T18, T42): the try is counted, then compared; `useStep` and `write` use up what was right. */
export function secondFactorJudge(parts: FactorParts) {
  const { dynamo, clock, ids, policy } = parts;
  const rules = policy.secondFactor;
  const TableName = dynamo.name("factors");
  const wrong = { outcome: "wrong" } as const;

  return { judge, useStep, write };

  async function judge(userId: string, code: string, allowed: readonly Allowed[], device?: string): Promise<Judged> {
    const isRecovery = normalizeRecoveryCode(code) !== undefined;
    const reserved: FactorTry = await reserveFactorTry(parts, { userId, allowed, device, isRecovery });
    if (reserved.outcome !== "reserved") return { outcome: reserved };
    const proof = await proofOf(parts, reserved.row, code);
    if (proof !== undefined) return { row: reserved.row, proof };
    await tellOfGuesses(reserved.row, device);
    return { outcome: wrong };
  }

  /** T42: who comes to the longest wait knows the password, so the owner is told; once a day, and recorded with it. */
  async function tellOfGuesses(row: FactorRow, device: string | undefined): Promise<void> {
    const { wrong: tries } = triesOf(row, device);
    const isLong = waitUntil({ wrong: tries, lastAt: 0 }, rules.freeTries, rules) >= rules.longestWait * 1_000;
    const since = clock.now() - rules.guessed * 1_000;
    if (row.state !== "ON" || !isLong || (row.guessedAt ?? Number.NEGATIVE_INFINITY) > since) return;
    const { userId } = row;
    const [account] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
    if (account === undefined) return;
    const Update = {
      TableName,
      Key: { userId },
      UpdateExpression: "SET guessedAt = :now",
      ConditionExpression: "seed = :seed AND (attribute_not_exists(guessedAt) OR guessedAt <= :since)",
      ExpressionAttributeValues: { ":now": clock.now(), ":seed": row.seed, ":since": since },
    };
    const notices = await factorNotices(parts, account, "second-factor-guessed", {});
    // Refused: somebody told the owner in the same moment, or the factor is another one now.
    await dynamo.transact([{ Update }, factorAudit(parts, userId, "second-factor.guessed"), ...notices]);
  }

  /** The most frequent one, at each sign-in: a single write, which knows itself again after a lost answer (T45). */
  async function useStep(use: Omit<Spending, "set">): Promise<Written> {
    const usedBy = ids.id();
    try {
      await dynamo.send(new UpdateCommand(spending(parts, { ...use, set: { usedBy } })));
      return { outcome: "right" };
    } catch (error) {
      if (!isRefused(error)) throw error;
      return refusedRow(error)?.usedBy === usedBy ? { outcome: "right" } : wrong;
    }
  }

  /** All or nothing, the factor's own row first. `wrong`: the code was used since it was compared; `off`: the account changed. */
  async function write(...items: readonly TransactItem[]): Promise<Written> {
    const refused = await dynamo.transact(items);
    if (refused.size === 0) return { outcome: "right" };
    return refused.has(0) ? wrong : { outcome: "off" };
  }
}
