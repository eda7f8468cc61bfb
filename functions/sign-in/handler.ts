import { sealedCaptchas } from "../adapters/captchas.ts";
import { cognitoCredentials } from "../adapters/credentials.ts";
import { sealedDevices } from "../adapters/devices.ts";
import { dynamo as tables } from "../adapters/dynamo.ts";
import { secretsManagerKeys } from "../adapters/keys.ts";
import { embeddedMetrics } from "../adapters/metrics.ts";
import { dynamoSessions } from "../adapters/sessions.ts";
import { dynamoSignInAccounts } from "../adapters/sign-in-accounts.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { policies } from "../contract/policy.ts";
import { readSettings } from "../contract/settings.ts";
import { api } from "../http/api.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";

export function wire({ environment, clock, ids }: Surroundings) {
  const settings = readSettings(environment, ["USER_POOL_ID", "USER_POOL_CLIENT_ID"]);
  const policy = policies[settings.POLICY_PROFILE];
  const parts = {
    dynamo: tables(settings.TABLE_PREFIX),
    keys: secretsManagerKeys(settings.KEY_RING_SECRET_ID),
    clock,
    ids,
    policy,
  };
  const sessions = dynamoSessions(parts);
  const credentials = cognitoCredentials(
    { userPoolId: settings.USER_POOL_ID, clientId: settings.USER_POOL_CLIENT_ID },
    ids,
  );
  const [captchas, accounts, devices] = [sealedCaptchas(parts), dynamoSignInAccounts(parts), sealedDevices(parts)];

  return api("sign-in", settings, {
    "POST /api/sign-in": signIn({
      ...parts,
      captchas,
      accounts,
      credentials,
      sessions,
      devices,
      metrics: embeddedMetrics("sign-in"),
    }),
    "POST /api/sign-out": signOut({ sessions }),
  });
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
