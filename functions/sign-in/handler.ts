import { sealedCaptchas } from "../adapters/captchas.ts";
import { cognitoCredentials } from "../adapters/credentials.ts";
import { sealedDevices } from "../adapters/devices.ts";
import { embeddedMetrics } from "../adapters/metrics.ts";
import { partsOf, poolOf } from "../adapters/parts.ts";
import { secondFactorsLater } from "../adapters/second-factors-later.ts";
import { dynamoSessions } from "../adapters/sessions.ts";
import { dynamoSignInAccounts } from "../adapters/sign-in-accounts.ts";
import { sealedSignInSteps } from "../adapters/sign-in-steps.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { readSettings } from "../contract/settings.ts";
import { api } from "../http/api.ts";
import { reAuthenticate } from "./re-authenticate.ts";
import { signIn } from "./sign-in.ts";
import { signOut } from "./sign-out.ts";
import { twoFactor } from "./two-factor.ts";

export function wire(surroundings: Surroundings) {
  const settings = readSettings(surroundings.environment, ["USER_POOL_ID", "USER_POOL_CLIENT_ID"]);
  const parts = partsOf(settings, surroundings);
  const all = {
    ...parts,
    captchas: sealedCaptchas(parts),
    accounts: dynamoSignInAccounts(parts),
    credentials: cognitoCredentials(poolOf(settings), parts.ids),
    sessions: dynamoSessions(parts),
    devices: sealedDevices(parts),
    steps: sealedSignInSteps(parts),
    factors: secondFactorsLater({ ...parts, accountDomain: settings.ACCOUNT_DOMAIN, siteOrigin: settings.SITE_ORIGIN }),
    metrics: embeddedMetrics("sign-in"),
    accountDomain: settings.ACCOUNT_DOMAIN,
  };
  const actions = {
    "POST /api/sign-in": signIn(all),
    "POST /api/sign-in/two-factor": twoFactor(all),
    "POST /api/re-authenticate": reAuthenticate(all),
    "POST /api/sign-out": signOut(all),
  };
  return api("sign-in", settings, actions, all.sessions);
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
