import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import type { CountyId, CountyState } from "../contract/counties.ts";
import type { Policy } from "../contract/policy.ts";
import type { Clock } from "../ports/clock.ts";
import type { CountyStates } from "../ports/counties.ts";
import { cleanAt, type Dynamo, isRefused, type Row } from "./dynamo.ts";

/** How long a process believes what it read: the picker is looked at far more often than counties change, in milliseconds. */
const believed = 30_000;

/**
 * A row a county, in `limits`: troubles in a row and when the last was. Good outcomes are written only when trouble is known, so a
 * county that works costs nothing.
 */
export function dynamoCountyStates(parts: { dynamo: Dynamo; clock: Clock; policy: Policy }): CountyStates {
  const { dynamo, clock, policy } = parts;
  const memory = policy.county.memory * 1_000;
  let read: { at: number; rows: ReadonlyMap<string, Row> } | undefined;

  return {
    async all(counties) {
      if (read === undefined || Math.abs(clock.now() - read.at) > believed) {
        const keys = counties.map((county) => ({ table: "limits" as const, key: keyOf(county) }));
        const rows = await dynamo.batchGet(keys);
        read = {
          at: clock.now(),
          rows: new Map(counties.flatMap((county, index) => (rows[index] ? [[county, rows[index]] as const] : []))),
        };
      }
      const { rows } = read;
      return Object.fromEntries(counties.map((county) => [county, stateOf(rows.get(county))]));
    },

    async note(county, outcome) {
      const known = read?.rows.get(county);
      if (outcome === "good" && stateOf(known) === "up" && !troubled(known)) return;
      read = undefined;
      await dynamo
        .send(new UpdateCommand(outcome === "good" ? forget(county) : begin(county, outcome)))
        .catch((error) => {
          if (!isRefused(error)) throw error;
          return dynamo.send(new UpdateCommand(another(county, outcome as "slow" | "down")));
        });
    },
  };

  function stateOf(row: Row | undefined): CountyState {
    if (row === undefined || Number(row.at) < clock.now() - memory) return "up";
    if (Number(row.down ?? 0) >= policy.county.troubles) return "down";
    return Number(row.down ?? 0) + Number(row.slow ?? 0) >= policy.county.troubles ? "slow" : "up";
  }

  function troubled(row: Row | undefined): boolean {
    return Number(row?.down ?? 0) + Number(row?.slow ?? 0) > 0;
  }

  function forget(county: CountyId) {
    return {
      TableName: dynamo.name("limits"),
      Key: keyOf(county),
      UpdateExpression: "SET #at = :now, cleanAt = :clean REMOVE down, slow",
      ExpressionAttributeNames: { "#at": "at" },
      ExpressionAttributeValues: { ":now": clock.now(), ":clean": cleanAt(clock.now() + memory * 2) },
    };
  }

  /** The first trouble after a while: what was counted before is old. */
  function begin(county: CountyId, outcome: "slow" | "down") {
    const other = outcome === "slow" ? "down" : "slow";
    const { ExpressionAttributeValues, ...update } = forget(county);
    return {
      ...update,
      UpdateExpression: `SET #at = :now, cleanAt = :clean, ${outcome} = :one REMOVE ${other}`,
      ConditionExpression: "attribute_not_exists(#at) OR #at < :old",
      ExpressionAttributeValues: { ...ExpressionAttributeValues, ":one": 1, ":old": clock.now() - memory },
    };
  }

  /** A slow answer is an answer: it ends a row of silences. */
  function another(county: CountyId, outcome: "slow" | "down") {
    const { ExpressionAttributeValues, ...update } = forget(county);
    return {
      ...update,
      UpdateExpression: `SET #at = :now, cleanAt = :clean${outcome === "slow" ? " REMOVE down" : ""} ADD ${outcome} :one`,
      ExpressionAttributeValues: { ...ExpressionAttributeValues, ":one": 1 },
    };
  }
}

const keyOf = (county: CountyId): Row => ({ limit: `county#${county}` });
