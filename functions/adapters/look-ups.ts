import { setTimeout as delay } from "node:timers/promises";
import { QueryCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { limitShards, type Policy } from "../contract/policy.ts";
import type { Enrolment } from "../contract/schemas/parts.ts";
import type { Clock } from "../ports/clock.ts";
import type { Keys } from "../ports/keys.ts";
import type { LookUps, PersonLookUp, Reserved } from "../ports/look-ups.ts";
import { spend } from "./captchas.ts";
import { personClaim } from "./claims.ts";
import type { Dynamo, TransactItem } from "./dynamo.ts";
import { type Counter, countInWindows, refuseAt } from "./windows.ts";

/** The sort key of a person's place in the roster. */
export const placeOf = (school: { code: string; level: string }, role: string): string =>
  `${school.code}#${school.level}#${role}`;

/** The role in such a key: the last part, whatever a school's code is made of. */
const roleIn = (place: string): string => place.slice(place.lastIndexOf("#") + 1);

/** How often a look-up from a registered school waits for the ones under way: up to two seconds in all. */
const schoolPatience = 5;

/** Counted look-ups over roster, claims and limits (T05). */
export function dynamoLookUps(ports: { dynamo: Dynamo; keys: Keys; clock: Clock; policy: Policy }): LookUps {
  const { dynamo, keys, clock } = ports;
  const { missesPerAddress, hitsPerAddress, perPerson, schoolFactor, missBreaker } = ports.policy.lookUp;

  const misses = (factor: number): Counter[] =>
    missesPerAddress.map((window) => ({ name: "m", seconds: window.seconds, most: window.most * factor }));
  const hits = (factor: number): Counter => ({
    name: "h",
    seconds: hitsPerAddress.seconds,
    most: hitsPerAddress.most * factor,
  });
  const breaker: Counter = { name: "m", seconds: missBreaker.seconds, most: missBreaker.most / limitShards };
  const breakerLimit = (lookUp: PersonLookUp) => `look-up-misses#${shardOf(lookUp.client)}`;
  const clientLimit = (lookUp: PersonLookUp) => `look-up-client#${lookUp.client}`;
  /** M48 has a budget of a person's own within the one of all look-ups. */
  const personalData = ({ personKey }: PersonLookUp, now: number) => ({
    limit: `personal-data#${personKey}`,
    counters: [{ name: "n", ...ports.policy.personalData.perPerson }],
    now,
  });

  return {
    async reserve(lookUp) {
      // A class at one address: tries under way are booked as misses until they are settled, so a full window may only be a busy one.
      for (let patience = lookUp.fromSchool ? schoolPatience : 0; ; patience -= 1) {
        const reserved = await reserveOnce(lookUp);
        if (reserved !== "client-full") return reserved;
        if (patience <= 0) return "too-many-tries";
        await delay(100 * (schoolPatience + 1 - patience) * (0.5 + Math.random()));
      }
    },

    async find(lookUp) {
      const [entry, claim] = await dynamo.batchGet([
        { table: "roster", key: { personKey: lookUp.personKey, place: placeOf(lookUp.school, lookUp.role) } },
        { table: "claims", key: { claim: personClaim(lookUp.personKey) } },
      ]);
      const person =
        entry && ((await keys.unseal("person-data", String(entry.person))) as { name: string; enrolment: Enrolment });
      return { entry: person, ownerUserId: claim?.state === "OWNED" ? String(claim.userId) : undefined };
    },

    async findWithRoles(lookUp) {
      const [{ Items = [] }, [claim]] = await Promise.all([
        dynamo.send(
          new QueryCommand({
            TableName: dynamo.name("roster"),
            KeyConditionExpression: "personKey = :person",
            ExpressionAttributeValues: { ":person": lookUp.personKey },
            ConsistentRead: true,
            // Nobody is at fifty places: who were would be refused with the roles that were read.
            Limit: 50,
          }),
        ),
        dynamo.batchGet([{ table: "claims", key: { claim: personClaim(lookUp.personKey) } }]),
      ]);
      const entry = Items.find(({ place }) => place === placeOf(lookUp.school, lookUp.role));
      const person =
        entry && ((await keys.unseal("person-data", String(entry.person))) as { name: string; enrolment: Enrolment });
      return {
        entry: person,
        ownerUserId: claim?.state === "OWNED" ? String(claim.userId) : undefined,
        roles: Items.map(({ place }) => roleIn(String(place))),
      };
    },

    async findOwner(lookUp) {
      const [claim] = await dynamo.batchGet([{ table: "claims", key: { claim: personClaim(lookUp.personKey) } }]);
      return claim?.state === "OWNED" ? String(claim.userId) : undefined;
    },

    /** A try was booked as both when it was reserved; here the half that did not happen is given back. */
    async settle(lookUp, hit, alike) {
      const now = clock.now();
      const back: Counter[] = hit
        ? missesPerAddress.map(({ seconds }) => ({ name: "m", seconds, by: -1 }))
        : [
            { name: "h", seconds: hitsPerAddress.seconds, by: -1 },
            { name: "m", seconds: missesPerAddress.at(-1)?.seconds ?? 0, by: 0 },
          ];
      const counted = [new UpdateCommand(countInWindows(dynamo, { limit: clientLimit(lookUp), counters: back, now }))];
      if (!hit || alike) {
        const { name, seconds } = breaker;
        const counters = [{ name, seconds, by: hit ? 0 : 1 }];
        counted.push(new UpdateCommand(countInWindows(dynamo, { limit: breakerLimit(lookUp), counters, now })));
      }
      await Promise.all(counted.map((command) => dynamo.send(command)));
    },
  };

  async function reserveOnce(lookUp: PersonLookUp): Promise<Reserved | "client-full"> {
    const now = clock.now();
    const factor = lookUp.fromSchool ? schoolFactor : 1;
    const items: [string, TransactItem][] = [
      ...(lookUp.captcha === undefined
        ? []
        : [["captcha", { Put: spend(dynamo, lookUp.captcha) }] as [string, TransactItem]]),
      [
        "client",
        {
          Update: countInWindows(dynamo, {
            limit: clientLimit(lookUp),
            counters: [...misses(factor), hits(factor)],
            now,
          }),
        },
      ],
      [
        "person",
        {
          Update: countInWindows(dynamo, {
            limit: `look-up-person#${lookUp.personKey}`,
            counters: [{ name: "n", ...perPerson }],
            now,
          }),
        },
      ],
      ["breaker", refuseAt(dynamo, breakerLimit(lookUp), breaker, now)],
      ...(lookUp.byPersonalData
        ? [["personal-data", { Update: countInWindows(dynamo, personalData(lookUp, now)) }] as [string, TransactItem]]
        : []),
    ];
    const refusals = await dynamo.transact(items.map(([, item]) => item));
    const refused = new Set([...refusals.keys()].map((index) => items[index]?.[0]));
    if (refused.size === 0) return "ok";
    if (refused.has("captcha")) return "captcha-used";
    if (refused.has("person") || refused.has("personal-data")) return "too-many-tries";
    return refused.has("breaker") ? "breaker-open" : "client-full";
  }
}

/** One of the rows that share a budget, by a keyed hash: evenly spread, the same for one client. */
export const shardOf = (hash: string): number =>
  [...hash].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 65_521, 7) % limitShards;
