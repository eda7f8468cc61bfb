import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { type Row, refusedRow } from "./dynamo.ts";
import type { Parts } from "./parts.ts";
import { waitUntil } from "./sign-in-accounts.ts";

type FactorState = "STARTED" | "BOUND" | "ON";

/** A person's second factor as it is stored (M63). Times in epoch milliseconds, steps as RFC 6238 counts them. */
export interface FactorRow {
  readonly userId: string;
  readonly state: FactorState;
  /** Sealed. */
  readonly seed: string;
  readonly startedAt: number;
  readonly boundAt?: number;
  /** The newest step that was used; no older one is right any more. */
  readonly lastStep?: number;
  /** The step that brought it to the present state: the same press again, after a lost answer, is known by it. */
  readonly stateStep?: number;
  /** Keyed hashes of the recovery codes that are left. */
  readonly recovery?: Readonly<Record<string, true>>;
  readonly wrong: number;
  readonly lastAt: number;
  /** When the owner was last told of guesses. */
  readonly guessedAt?: number;
  /** Whose the last try was: the SDK's second try after a lost answer meets its own (T45). */
  readonly tryBy?: string;
}

/** A state in which a try is taken, with the earliest time or step of it where there is one. */
export interface Allowed {
  readonly state: FactorState;
  readonly since?: readonly ["startedAt" | "stateStep", number];
}

export type FactorTry =
  | { readonly outcome: "reserved"; readonly row: FactorRow }
  | { readonly outcome: "wait"; readonly seconds: number }
  | { readonly outcome: "off" };

interface Asked {
  readonly userId: string;
  readonly allowed: readonly Allowed[];
  /** A known device has a counter of its own, so that who only knows the password does not keep the owner out there (T03). */
  readonly device: string | undefined;
  /** Looked at also after the last try of the app's codes: 80 random bits are not guessed. */
  readonly isRecovery: boolean;
}

/** Names of a counter's fields in the row: the factor's own, or those of a known device. */
export const counterOf = (device: string | undefined) =>
  device === undefined
    ? { wrong: "wrong", lastAt: "lastAt" }
    : { wrong: `wrong#${device}`, lastAt: `lastAt#${device}` };

/** A counter as it stands in a row. */
export function triesOf(row: FactorRow, device: string | undefined) {
  const { wrong, lastAt } = counterOf(device);
  const fields = row as unknown as Row;
  return { wrong: Number(fields[wrong] ?? 0), lastAt: Number(fields[lastAt] ?? 0) };
}

/**
 * Counts one try before anything is compared (T42): five are free, then a wait that doubles, and after the hundredth only recovery codes
 * are looked at. One write, or two after a wait.
 */
export async function reserveFactorTry(parts: Parts, asked: Asked): Promise<FactorTry> {
  const { userId, allowed, device, isRecovery } = asked;
  const { dynamo, clock, ids, policy } = parts;
  const rules = policy.secondFactor;
  const counter = counterOf(device);
  const [us, now] = [ids.id(), clock.now()];
  const first = await reserve("(attribute_not_exists(#wrong) OR #wrong < :free)", { ":free": rules.freeTries });
  if (first.reserved) return { outcome: "reserved", row: first.row };
  const stood = first.row;
  if (!isAllowed(stood, allowed)) return { outcome: "off" };
  const tries = triesOf(stood, device);
  const until = waitUntil(tries, rules.freeTries, rules);
  if (tries.wrong >= rules.triesUntilReset && !isRecovery) return { outcome: "wait", seconds: rules.longestWait };
  if (now < until) return waitOf(until);
  // The wait is over: one more try, if nobody took it since the row was read.
  const next = await reserve("#wrong = :wrong AND #lastAt = :last", { ":wrong": tries.wrong, ":last": tries.lastAt });
  if (next.reserved) return { outcome: "reserved", row: next.row };
  return isAllowed(next.row, allowed)
    ? waitOf(waitUntil(triesOf(next.row, device), rules.freeTries, rules))
    : { outcome: "off" };

  async function reserve(condition: string, values: Row): Promise<{ reserved: boolean; row: FactorRow }> {
    try {
      const { Attributes } = await dynamo.send(
        new UpdateCommand({
          TableName: dynamo.name("factors"),
          Key: { userId },
          UpdateExpression: "SET #lastAt = :now, tryBy = :us ADD #wrong :one",
          ConditionExpression: `${asCondition(allowed)} AND ${condition} AND (attribute_not_exists(tryBy) OR tryBy <> :us)`,
          ExpressionAttributeNames: { "#state": "state", "#wrong": counter.wrong, "#lastAt": counter.lastAt },
          ExpressionAttributeValues: { ":now": now, ":us": us, ":one": 1, ...values, ...valuesOf(allowed) },
          ReturnValues: "ALL_NEW",
          ReturnValuesOnConditionCheckFailure: "ALL_OLD",
        }),
      );
      return { reserved: true, row: Attributes as unknown as FactorRow };
    } catch (error) {
      const row = refusedRow(error) as FactorRow | undefined;
      if (row === undefined) throw error;
      return { reserved: row.tryBy === us, row };
    }
  }

  function waitOf(until: number): FactorTry {
    return { outcome: "wait", seconds: Math.max(1, Math.ceil((until - now) / 1_000)) };
  }
}

/** These states as a condition on a row, in one pair of brackets, with `#state` and the values of `valuesOf`. */
export function asCondition(allowed: readonly Allowed[]): string {
  const states = allowed.map(({ since }, index) =>
    since === undefined ? `#state = :state${index}` : `#state = :state${index} AND ${since[0]} >= :since${index}`,
  );
  // AND binds more tightly than OR; DynamoDB refuses brackets that change nothing.
  return `(${states.join(" OR ")})`;
}

export const valuesOf = (allowed: readonly Allowed[]): Row =>
  Object.fromEntries(
    allowed.flatMap(({ state, since }, index) => [
      [`:state${index}`, state],
      ...(since === undefined ? [] : [[`:since${index}`, since[1]]]),
    ]),
  );

const isAllowed = (row: FactorRow, allowed: readonly Allowed[]): boolean =>
  allowed.some(
    ({ state, since }) => row.state === state && (since === undefined || Number(row[since[0]] ?? 0) >= since[1]),
  );
