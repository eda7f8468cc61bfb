import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { Applications } from "../ports/applications.ts";
import type { Keys } from "../ports/keys.ts";
import type { LegacyAccounts } from "../ports/legacy-accounts.ts";
import { personDigest, personKeyOf } from "../ports/person-key.ts";
import { arrivedAt, needsPersonId } from "./platform.ts";
import { readLegacyProfile } from "./rules/legacy-profile.ts";

interface Parts {
  readonly applications: Pick<Applications, "find" | "list">;
  readonly legacyAccounts: Pick<LegacyAccounts, "count" | "register">;
  readonly keys: Keys;
}

const refusals = { "has-link": "legacy-has-link", ended: "not-signed-in" } as const;

/** 尚未有平台資訊 (M83): what the platform asks for is kept for it, sealed. An ID number must be that of the person of the account. */
export function registerAtPlatform(parts: Parts): Action<"POST /api/legacy/{clientId}/register"> {
  const { applications, legacyAccounts, keys } = parts;
  return async (request) => {
    const { session, application, platform } = await arrivedAt(applications, request);
    const { userId, profile } = session;
    const read = readLegacyProfile(request.body, needsPersonId(application, profile));
    if (!read.ok) throw new Problem(read.code, { fields: read.fields });
    const told = read.profile;
    if (!(await legacyAccounts.count(userId, "try"))) throw new Problem("too-many-tries", { retryAfter: 86_400 });
    if (told.personId !== undefined) {
      const personKey = await personKeyOf(keys, personDigest(told.personId));
      if (personKey !== profile.personKey)
        throw new Problem("person-id-other", { fields: [{ field: "personId", problem: "other" }] });
    }
    const outcome = await legacyAccounts.register(platform.id, { userId, epoch: profile.epoch }, told);
    if (outcome !== "registered") throw new Problem(refusals[outcome]);
    return { body: {} };
  };
}
