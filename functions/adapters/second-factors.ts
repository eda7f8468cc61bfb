import { PutCommand } from "@aws-sdk/lib-dynamodb";
import { formatRecoveryCode } from "../person/recovery-code.ts";
import type { SecondFactors } from "../ports/second-factors.ts";
import { unlessRefused } from "./dynamo.ts";
import { secondFactorJudge, type Written } from "./second-factor-judge.ts";
import { leftAfter, recoveryHash, repeating, spending, spendingLast } from "./second-factor-proof.ts";
import { type FactorParts, factorAudit, factorFlag, factorNotices } from "./second-factor-records.ts";
import type { Allowed, FactorRow } from "./second-factor-row.ts";
import { seedBytes, seedText } from "./totp.ts";

const on: Allowed = { state: "ON" };
const bound: Allowed = { state: "BOUND" };

/**
 * Second factors on DynamoDB (M63, T18, T42). Each code: one conditional write that counts the try, the comparison, one that uses the
 * code up with everything that changes by it.
 */
export function dynamoSecondFactors(parts: FactorParts): SecondFactors {
  const { dynamo, keys, clock, ids, policy } = parts;
  const rules = policy.secondFactor;
  const TableName = dynamo.name("factors");
  const wrong = { outcome: "wrong" } as const;
  const { judge, useStep, write } = secondFactorJudge(parts);

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
      if (proof.kind === "step") return useStep({ row, proof, allowed: [on], device });
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
      // What is not on protects nothing, and its phone may be lost: it is begun anew, with another seed.
      const ConditionExpression = "attribute_not_exists(userId) OR #state IN (:started, :bound)";
      const names = { ExpressionAttributeNames: { "#state": "state" } };
      const values = { ExpressionAttributeValues: { ":started": "STARTED", ":bound": "BOUND" } };
      const put = new PutCommand({ TableName, Item, ConditionExpression, ...names, ...values });
      return (await unlessRefused(dynamo.send(put))) && { secret, expiresIn: rules.bind };
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
