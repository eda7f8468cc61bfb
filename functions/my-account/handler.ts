import { dynamo as tables } from "../adapters/dynamo.ts";
import { secretsManagerKeys } from "../adapters/keys.ts";
import { dynamoSessions } from "../adapters/sessions.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { policies } from "../contract/policy.ts";
import { readSettings } from "../contract/settings.ts";
import { api } from "../http/api.ts";
import { showAccount } from "./show-account.ts";
import { whoAmI } from "./who-am-i.ts";

export function wire({ environment, clock, ids }: Surroundings) {
  const settings = readSettings(environment);
  const policy = policies[settings.POLICY_PROFILE];
  const parts = {
    dynamo: tables(settings.TABLE_PREFIX),
    keys: secretsManagerKeys(settings.KEY_RING_SECRET_ID),
    clock,
    ids,
    policy,
  };
  const sessions = dynamoSessions(parts);

  const actions = {
    "GET /api/session": whoAmI({ sessions }),
    "GET /api/my-account": showAccount({ accountDomain: settings.ACCOUNT_DOMAIN }),
  };

  return api("my-account", settings, actions, sessions);
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
