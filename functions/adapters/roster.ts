import { setTimeout as delay } from "node:timers/promises";
import { BatchGetCommand, BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { Enrolment } from "../contract/schemas/parts.ts";
import type { SchoolClass } from "../ports/default-passwords.ts";
import type { Keys } from "../ports/keys.ts";
import { personDigest, personKeyOf } from "../ports/person-key.ts";
import type { RosterStore, StoredPlace } from "../ports/roster-store.ts";
import type { Dynamo, Row } from "./dynamo.ts";
import { placeOf } from "./look-ups.ts";

const batchWriteMost = 25;

/** The roster's rows: the ID as its keyed hash, name and enrolment sealed, a keyed digest to see what changed without opening. */
export function dynamoRoster({ dynamo, keys }: { dynamo: Dynamo; keys: Keys }): RosterStore {
  const table = dynamo.name("roster");
  return {
    async write(places, stamp) {
      const wanted = await Promise.all(places.map((place) => rowOf(keys, place)));
      const stored = await read(wanted.map(({ personKey, place }) => ({ personKey, place })));
      const counts = { added: 0, changed: 0, unchanged: 0, left: 0 };
      const writes: Row[] = [];
      for (const [index, row] of wanted.entries()) {
        const before = stored.get(keyText(row));
        const { leave, enrolment, name } = places[index] as StoredPlace;
        if (leave) {
          counts[before === undefined ? "unchanged" : "left"] += 1;
          if (before !== undefined)
            writes.push({ DeleteRequest: { Key: { personKey: row.personKey, place: row.place } } });
        } else if (before === row.digest) {
          counts.unchanged += 1;
        } else {
          counts[before === undefined ? "added" : "changed"] += 1;
          const person = await keys.seal("person-data", { name, enrolment });
          writes.push({ PutRequest: { Item: { ...row, person, ...stamp } } });
        }
      }
      for (let at = 0; at < writes.length; at += batchWriteMost) await put(writes.slice(at, at + batchWriteMost));
      return counts;
    },
  };

  async function read(keysToRead: Row[]): Promise<Map<string, string>> {
    const digests = new Map<string, string>();
    // Consistent: an import right after another must see what that one wrote, or it counts it as added again.
    let RequestItems: Record<string, { Keys?: Row[] | undefined; ConsistentRead?: boolean | undefined }> = {
      [table]: { Keys: keysToRead, ConsistentRead: true },
    };
    for (let attempt = 0; Object.keys(RequestItems).length > 0; attempt += 1) {
      await backOff(attempt);
      const { Responses = {}, UnprocessedKeys = {} } = await dynamo.send(
        new BatchGetCommand({ RequestItems: RequestItems as never }),
      );
      for (const row of Responses[table] ?? []) digests.set(keyText(row), String(row.digest));
      RequestItems = UnprocessedKeys;
    }
    return digests;
  }

  async function put(writes: Row[]): Promise<void> {
    let RequestItems: Record<string, Row[]> = { [table]: writes };
    for (let attempt = 0; Object.keys(RequestItems).length > 0; attempt += 1) {
      await backOff(attempt);
      const { UnprocessedItems = {} } = await dynamo.send(
        new BatchWriteCommand({ RequestItems: RequestItems as never }),
      );
      RequestItems = UnprocessedItems as Record<string, Row[]>;
    }
  }
}

/** Waits before another attempt at what DynamoDB did not process; gives up after some, so that the import says where it stopped. */
async function backOff(attempt: number): Promise<void> {
  if (attempt > 6) throw Object.assign(new Error("items stay unprocessed"), { name: "ThrottlingException" });
  if (attempt > 0) await delay(25 * 2 ** attempt);
}

async function rowOf(keys: Keys, { personId, name, enrolment }: StoredPlace) {
  const personKey = await personKeyOf(keys, personDigest(personId));
  const { role, school, grade, class: className } = enrolment;
  const inClass =
    grade === undefined || className === undefined
      ? {}
      : { classKey: await classKeyOf(keys, { school, grade, class: className }) };
  // The key of the class is part of what is compared, so that a row from before there was one gets it at its next import.
  const compared = JSON.stringify([name, canonical(enrolment), inClass]);
  return { personKey, place: placeOf(school, role), digest: await keys.mac("person-data", compared), ...inClass };
}

/** Who is in a class, for the index `byClass`: a keyed hash, so that a stolen table does not tell who sits with whom where. */
export const classKeyOf = (keys: Keys, { school, grade, class: className }: SchoolClass): Promise<string> =>
  keys.mac("person-data", JSON.stringify(["class", school.code, school.level, grade, className]));

const canonical = ({ role, county, district, school, grade, class: className, seat }: Enrolment) => [
  role,
  county,
  district,
  [school.code, school.level, school.name],
  grade ?? null,
  className ?? null,
  seat ?? null,
];

const keyText = (row: Row): string => `${row.personKey}|${row.place}`;
