import { grantPartsOf } from "../adapters/grant-parts.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { readSettings } from "../contract/settings.ts";
import { api } from "../http/api.ts";
import { activate } from "./activate.ts";
import { byPersonalData } from "./by-personal-data.ts";
import { showGrant } from "./show-grant.ts";

export function wire(surroundings: Surroundings) {
  const settings = readSettings(surroundings.environment, ["USER_POOL_ID", "USER_POOL_CLIENT_ID", "MAIL_FROM"]);
  const all = grantPartsOf("activate-account", settings, surroundings);
  return api("activate-account", settings, {
    "GET /api/activate": showGrant(all),
    "POST /api/activate/personal-data": byPersonalData(all),
    "POST /api/activate": activate(all),
  });
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
