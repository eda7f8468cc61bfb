import { dynamoDefaultPasswords } from "../adapters/default-passwords.ts";
import { grantPartsOf } from "../adapters/grant-parts.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { readSettings } from "../contract/settings.ts";
import { api } from "../http/api.ts";
import { byDefaultPassword } from "./by-default-password.ts";
import { byPersonalData } from "./by-personal-data.ts";
import { resetPassword } from "./reset-password.ts";
import { showGrant } from "./show-grant.ts";

export function wire(surroundings: Surroundings) {
  const settings = readSettings(surroundings.environment, ["USER_POOL_ID", "USER_POOL_CLIENT_ID", "MAIL_FROM"]);
  const parts = grantPartsOf("reset-password", settings, surroundings);
  const all = { ...parts, defaultPasswords: dynamoDefaultPasswords(parts) };
  return api("reset-password", settings, {
    "GET /api/reset-password": showGrant(all),
    "POST /api/reset-password": resetPassword(all),
    "POST /api/reset-password/personal-data": byPersonalData(all),
    "POST /api/reset-password/default-password": byDefaultPassword(all),
  });
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
