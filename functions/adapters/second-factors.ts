import { PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { formatRecoveryCode, normalizeRecoveryCode } from "../person/recovery-code.ts";
import type { FactorOutcome, SecondFactors } from "../ports/second-factors.ts";
import { isRefused, refusedRow, type TransactItem } from "./dynamo.ts";
import {
  leftAfter,
  type Proof,
  proofOf,
  recoveryHash,
  repeating,
  spending,
  spendingLast,
} from "./second-factor-proof.ts";
import { type FactorParts, factorAudit, factorFlag, factorNotices } from "./second-factor-records.ts";
import { type Allowed, type FactorRow, type FactorTry, reserveFactorTry, triesOf } from "./second-factor-row.ts";
import { waitUntil } from "./sign-in-accounts.ts";
import { seedBytes, seedText } from "./totp.ts";

const on: Allowed = { state: "ON" };
const bound: Allowed = { state: "BOUND" };

type Judged =
  | { readonly row: FactorRow; readonly proof: Proof }
  | { readonly outcome: Exclude<FactorOutcome, { outcome: "right" }> };

type Written = { readonly outcome: "right" } | { readonly outcome: "wrong" } | { readonly outcome: "off" };

/**
 * Second factors on DynamoDB (M63, T18, T42). Each code: one conditional write that counts the try, the comparison, one that uses the
 * code up with everything that changes by it.
 */
export function dynamoSecondFactors(parts: FactorParts): SecondFactors {
  const { dynamo, keys, clock, ids, policy } = parts;
  const rules = policy.secondFactor;
  const TableName = dynamo.name("factors");
  const wrong = { outcome: "wrong" } as const;

  return {
    async find(userId) {
      const [row] = (await dynamo.batchGet([{ table: "factors", key: { userId } }])) as unknown as [
        FactorRow | undefined,
      ];
      if (row === undefined || row.state === "STARTED") return { state: "none" };
      return {
        state: row.state === "ON" ? "on" : "bound",
        ...(row.boundAt === undefined ? {} : { boundAt: new Date(row.boundAt).toISOString() }),
        ...(row.state === "ON" ? { recoveryCodesLeft: Object.keys(row.recovery ?? {}).length } : {}),
      };
    },

    async check(userId, code, { language, device } = {}) {
      const judged = await judge(userId, code, [on], device);
      if ("outcome" in judged) return judged.outcome;
      const { row, proof } = judged;
      if (proof.kind === "step") return useStep(row, proof, device);
      const left = leftAfter(row, proof);
      const [account] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
      if (account === undefined) return { outcome: "off" };
      const written = await write(
        { Update: spending(parts, { row, proof, allowed: [on], device }) },
        factorAudit(parts, userId, "recovery-code.used"),
        ...(await factorNotices(parts, account, "recovery-code-used", { left }, language)),
      );
      return written.outcome === "right" ? { ...written, recoveryCodesLeft: left } : written;
    },

    async start(userId) {
      const secret = seedText(ids.bytes(seedBytes));
      const Item = {
        userId,
        state: "STARTED",
        seed: await keys.seal("second-factor", secret),
        startedAt: clock.now(),
        wrong: 0,
        lastAt: 0,
      };
      try {
        // What is not on protects nothing, and its phone may be lost: it is begun anew, with another seed.
        const ConditionExpression = "attribute_not_exists(userId) OR #state IN (:started, :bound)";
        const names = { ExpressionAttributeNames: { "#state": "state" } };
        const values = { ExpressionAttributeValues: { ":started": "STARTED", ":bound": "BOUND" } };
        await dynamo.send(new PutCommand({ TableName, Item, ConditionExpression, ...names, ...values }));
        return { secret, expiresIn: rules.bind };
      } catch (error) {
        if (isRefused(error)) return undefined;
        throw error;
      }
    },

    async bind(userId, code) {
      const started: Allowed = { state: "STARTED", since: ["startedAt", clock.now() - rules.bind * 1_000] };
      const judged = await judge(userId, code, [started, again("BOUND")]);
      if ("outcome" in judged) return judged.outcome;
      const { row, proof } = judged;
      if (proof.kind !== "step") return wrong;
      if (row.state === "BOUND") return repeated(await write({ Update: repeating(parts, row, proof.step) }));
      const set = { state: "BOUND", boundAt: clock.now(), stateStep: proof.step };
      return write(
        { Update: spending(parts, { row, proof, allowed: [started], set }) },
        factorAudit(parts, userId, "second-factor.bound"),
      );
    },

    async enable(userId, code, epoch, language) {
      const judged = await judge(userId, code, [bound, again("ON")]);
      if ("outcome" in judged) return judged.outcome;
      const { row, proof } = judged;
      if (proof.kind !== "step") return wrong;
      const { recoveryCodes, recovery } = await newCodes(userId);
      if (row.state === "ON") {
        const written = await write(
          { Update: repeating(parts, row, proof.step, { recovery }) },
          factorAudit(parts, userId, "recovery-codes.renewed"),
        );
        return written.outcome === "right" ? { ...written, recoveryCodes } : { outcome: "off" };
      }
      const [account] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
      if (account === undefined) return { outcome: "off" };
      const set = { state: "ON", stateStep: proof.step, recovery };
      const written = await write(
        { Update: spending(parts, { row, proof, allowed: [bound], set }) },
        factorFlag(parts, userId, { epoch }),
        factorAudit(parts, userId, "second-factor.enabled"),
        ...(await factorNotices(parts, account, "second-factor-changed", { now: "on" }, language)),
      );
      return written.outcome === "right" ? { ...written, recoveryCodes } : written;
    },

    async renew(userId, code, language) {
      const judged = await judge(userId, code, [on]);
      if ("outcome" in judged) return judged.outcome;
      const [account] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
      if (account === undefined) return { outcome: "off" };
      const { recoveryCodes, recovery } = await newCodes(userId);
      const written = await write(
        { Update: spending(parts, { ...judged, allowed: [on], set: { recovery } }) },
        factorAudit(parts, userId, "recovery-codes.renewed"),
        ...(await factorNotices(parts, account, "recovery-codes-renewed", {}, language)),
      );
      return written.outcome === "right" ? { ...written, recoveryCodes } : written;
    },

    async unbind(userId, code, { language, before } = {}) {
      const judged = await judge(userId, code, [on, bound]);
      if ("outcome" in judged) return judged.outcome;
      await before?.();
      const [account] = await dynamo.batchGet([{ table: "accounts", key: { userId } }]);
      if (account === undefined) return { outcome: "off" };
      const used = judged.proof.kind === "recovery" ? [factorAudit(parts, userId, "recovery-code.used")] : [];
      return write(
        spendingLast(parts, { ...judged, allowed: [on, bound] }),
        factorFlag(parts, userId, "off"),
        factorAudit(parts, userId, "second-factor.unbound"),
        ...used,
        ...(await factorNotices(parts, account, "second-factor-changed", { now: "off" }, language)),
      );
    },
  };

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
  async function useStep(row: FactorRow, proof: Proof, device: string | undefined): Promise<FactorOutcome> {
    const usedBy = ids.id();
    try {
      await dynamo.send(new UpdateCommand(spending(parts, { row, proof, allowed: [on], set: { usedBy }, device })));
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

  async function newCodes(userId: string) {
    const recoveryCodes = Array.from({ length: rules.recoveryCodes }, () => formatRecoveryCode(ids.bytes(10)));
    const hashes = await Promise.all(
      recoveryCodes.map((code) => recoveryHash(parts, userId, code.replaceAll("-", ""))),
    );
    return { recoveryCodes, recovery: Object.fromEntries(hashes.map((hash) => [hash, true])) };
  }

  /** A state that was reached a moment ago: the code that brought it there is still shown, and may come again after a lost answer. */
  function again(state: "BOUND" | "ON"): Allowed {
    const now = Math.floor(clock.now() / 1_000 / rules.step);
    return { state, since: ["stateStep", now - rules.drift] };
  }
}

/** Whoever comes again with another code than the one that brought the state about finds it already so. */
const repeated = (written: Written): Written => (written.outcome === "right" ? written : { outcome: "off" });
