import { normalizeRecoveryCode } from "../person/recovery-code.ts";
import type { Row, TransactItem } from "./dynamo.ts";
import type { Parts } from "./parts.ts";
import { type Allowed, asCondition, counterOf, type FactorRow, valuesOf } from "./second-factor-row.ts";
import { appCodeOf, stepOf } from "./totp.ts";

/** What a code turned out to be. Nothing is used up by that: the write that `spending` makes does it, once. */
export type Proof =
  | { readonly kind: "step"; readonly step: number }
  | { readonly kind: "recovery"; readonly hash: string };

/** What the app or the paper shows, compared with the row of the reserved try. */
export async function proofOf(parts: Parts, row: FactorRow, code: string): Promise<Proof | undefined> {
  const { keys, clock, policy } = parts;
  const digits = appCodeOf(code);
  if (digits !== undefined) {
    const seed = await keys.unseal("second-factor", row.seed);
    if (typeof seed !== "string") throw new Error("a second factor cannot be opened with this key ring");
    const step = stepOf(seed, digits, clock.now(), policy.secondFactor);
    return step === undefined ? undefined : { kind: "step", step };
  }
  const letters = normalizeRecoveryCode(code);
  if (letters === undefined) return undefined;
  const hash = await recoveryHash(parts, row.userId, letters);
  return row.recovery?.[hash] === true ? { kind: "recovery", hash } : undefined;
}

export const recoveryHash = ({ keys }: Parts, userId: string, letters: string): Promise<string> =>
  keys.mac("recovery-code", `${userId}|${letters}`);

/** How many recovery codes are left once this proof is spent. */
export const leftAfter = (row: FactorRow, proof: Proof): number =>
  Object.keys(row.recovery ?? {}).length - (proof.kind === "recovery" ? 1 : 0);

export interface Spending {
  readonly row: FactorRow;
  readonly proof: Proof;
  readonly allowed: readonly Allowed[];
  readonly set?: Row;
  /** The known device whose counter the try was taken from: it begins anew too. */
  readonly device?: string | undefined;
}

/**
 * The write on `factors` that uses a proof up and changes what goes with it: of the same seed, in these states, a step only when no newer
 * or equal one was used, a recovery code only while it is there. The count of wrong tries begins anew.
 */
export function spending({ dynamo }: Parts, { row, proof, allowed, set = {}, device }: Spending) {
  const spent = conditionOf(row, proof, allowed);
  const sets: Row = { ...set, wrong: 0, ...(proof.kind === "step" ? { lastStep: proof.step } : {}) };
  const names = Object.fromEntries(Object.keys(sets).map((field) => [`#set_${field}`, field]));
  const assigned = Object.keys(sets).map((field) => `#set_${field} = :set_${field}`);
  // New recovery codes take the place of the whole set, the used one with it.
  const gone = [
    ...(proof.kind === "recovery" && set.recovery === undefined ? ["recovery.#used"] : []),
    ...(device === undefined ? [] : ["#wrongAt", "#lastAt"]),
  ];
  const counter = counterOf(device);
  const counterNames = device === undefined ? {} : { "#wrongAt": counter.wrong, "#lastAt": counter.lastAt };
  return {
    TableName: dynamo.name("factors"),
    Key: { userId: row.userId },
    UpdateExpression: `SET ${assigned.join(", ")}${gone.length === 0 ? "" : ` REMOVE ${gone.join(", ")}`}`,
    ConditionExpression: spent.condition,
    ExpressionAttributeNames: { ...spent.names, ...names, ...counterNames },
    ExpressionAttributeValues: {
      ...spent.values,
      ...Object.fromEntries(Object.entries(sets).map(([field, value]) => [`:set_${field}`, value])),
    },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD" as const,
  };
}

/**
 * The step that brought the factor to its state, again and nothing used since: a press whose answer was lost. It changes no state; new
 * recovery codes take the place of those that nobody may have seen.
 */
export function repeating({ dynamo }: Parts, { userId, seed, state }: FactorRow, step: number, set: Row = {}) {
  const sets = Object.entries({ ...set, wrong: 0 });
  return {
    TableName: dynamo.name("factors"),
    Key: { userId },
    UpdateExpression: `SET ${sets.map(([field]) => `${field} = :${field}`).join(", ")}`,
    ConditionExpression: "#state = :state AND seed = :seed AND stateStep = :step AND lastStep = :step",
    ExpressionAttributeNames: { "#state": "state" },
    ExpressionAttributeValues: {
      ":seed": seed,
      ":state": state,
      ":step": step,
      ...Object.fromEntries(sets.map(([field, value]) => [`:${field}`, value])),
    },
  };
}

/** As `spending`, for the end of the factor: the row goes, and with it what could be used. */
export function spendingLast({ dynamo }: Parts, { row, proof, allowed }: Spending): TransactItem {
  const spent = conditionOf(row, proof, allowed);
  return {
    Delete: {
      TableName: dynamo.name("factors"),
      Key: { userId: row.userId },
      ConditionExpression: spent.condition,
      ExpressionAttributeNames: spent.names,
      ExpressionAttributeValues: spent.values,
    },
  };
}

function conditionOf({ seed }: FactorRow, proof: Proof, allowed: readonly Allowed[]) {
  const used =
    proof.kind === "step" ? "(attribute_not_exists(lastStep) OR lastStep < :step)" : "attribute_exists(recovery.#used)";
  return {
    condition: `${asCondition(allowed)} AND seed = :seed AND ${used}`,
    names: { "#state": "state", ...(proof.kind === "recovery" ? { "#used": proof.hash } : {}) },
    values: { ":seed": seed, ...valuesOf(allowed), ...(proof.kind === "step" ? { ":step": proof.step } : {}) } as Row,
  };
}
