import { shardOf } from "../../functions/adapters/look-ups.ts";
import { limitShards } from "../../functions/contract/policy.ts";
import type { LookUps, PersonLookUp } from "../../functions/ports/look-ups.ts";
import type { TwinParts } from "./memory.ts";

/** Look-ups in memory: each try counts as a miss and as a hit until it is known which it was (T05). */
export function lookUpsTwin({ memory, clock, policy }: Pick<TwinParts, "memory" | "clock" | "policy">): LookUps {
  const { claims, limits, once, roster } = memory;
  const { missesPerAddress, hitsPerAddress, perPerson, schoolFactor, missBreaker } = policy.lookUp;
  const breaker = (lookUp: PersonLookUp) => `misses of shard ${shardOf(lookUp.client)}`;
  const shardsPart = { ...missBreaker, most: missBreaker.most / limitShards };

  const clientIsFull = ({ client, fromSchool }: PersonLookUp, now: number) => {
    const factor = fromSchool ? schoolFactor : 1;
    const isFull = (name: string) => (window: { seconds: number; most: number }) =>
      limits.isFull(`${name} of ${client}`, { ...window, most: window.most * factor }, now);
    return missesPerAddress.some(isFull("misses")) || [hitsPerAddress].some(isFull("hits"));
  };
  const countMisses = (client: string, now: number, by: number) => {
    for (const { seconds } of missesPerAddress) limits.count(`misses of ${client}`, seconds, now, by);
  };
  const countHits = (client: string, now: number, by: number) =>
    limits.count(`hits of ${client}`, hitsPerAddress.seconds, now, by);

  return {
    async reserve(lookUp) {
      const now = clock.now();
      const person = `look-ups of ${lookUp.personKey}`;
      if (lookUp.captcha && once.has(`captcha ${lookUp.captcha.id}`)) return "captcha-used";
      if (limits.isFull(breaker(lookUp), shardsPart, now)) return "breaker-open";
      if (clientIsFull(lookUp, now) || limits.isFull(person, perPerson, now)) return "too-many-tries";
      const personalData = `personal data of ${lookUp.personKey}`;
      if (lookUp.byPersonalData && limits.isFull(personalData, policy.personalData.perPerson, now))
        return "too-many-tries";
      if (lookUp.captcha) once.add(`captcha ${lookUp.captcha.id}`);
      countMisses(lookUp.client, now, 1);
      countHits(lookUp.client, now, 1);
      limits.count(person, perPerson.seconds, now);
      if (lookUp.byPersonalData) limits.count(personalData, policy.personalData.perPerson.seconds, now);
      return "ok";
    },
    async find({ personKey, school, role }) {
      const claim = claims.get(`person ${personKey}`);
      return {
        entry: roster.get([personKey, school.code, school.level, role].join("|")),
        ownerUserId: claim?.state === "OWNED" ? claim.userId : undefined,
      };
    },
    async findWithRoles({ personKey, school, role }) {
      const claim = claims.get(`person ${personKey}`);
      const places = [...roster].filter(([key]) => key.startsWith(`${personKey}|`));
      return {
        entry: roster.get([personKey, school.code, school.level, role].join("|")),
        ownerUserId: claim?.state === "OWNED" ? claim.userId : undefined,
        roles: places.map(([, { enrolment }]) => enrolment.role),
      };
    },
    async findOwner({ personKey }) {
      const claim = claims.get(`person ${personKey}`);
      return claim?.state === "OWNED" ? claim.userId : undefined;
    },
    async settle(lookUp, hit) {
      const now = clock.now();
      if (hit) return countMisses(lookUp.client, now, -1);
      countHits(lookUp.client, now, -1);
      limits.count(breaker(lookUp), missBreaker.seconds, now);
    },
  };
}
