import { partsOf } from "../adapters/parts.ts";
import { dynamoSessions } from "../adapters/sessions.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { readSettings } from "../contract/settings.ts";
import { api } from "../http/api.ts";
import { showAccount } from "./show-account.ts";
import { whoAmI } from "./who-am-i.ts";

export function wire(surroundings: Surroundings) {
  const settings = readSettings(surroundings.environment);
  const sessions = dynamoSessions(partsOf(settings, surroundings));
  const actions = {
    "GET /api/session": whoAmI({ sessions }),
    "GET /api/my-account": showAccount({ accountDomain: settings.ACCOUNT_DOMAIN }),
  };
  return api("my-account", settings, actions, sessions);
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
