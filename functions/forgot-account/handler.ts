import { sealedCaptchas } from "../adapters/captchas.ts";
import { dynamoLookUps } from "../adapters/look-ups.ts";
import { notMeLinks } from "../adapters/not-me.ts";
import { partsOf } from "../adapters/parts.ts";
import { dynamoRecoveryAccounts } from "../adapters/recovery-accounts.ts";
import { dynamoShownAccounts } from "../adapters/shown-accounts.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { readSettings } from "../contract/settings.ts";
import { api } from "../http/api.ts";
import { findAccount } from "./find-account.ts";

export function wire(surroundings: Surroundings) {
  const settings = readSettings(surroundings.environment);
  const parts = partsOf(settings, surroundings);
  const all = {
    ...parts,
    captchas: sealedCaptchas(parts),
    lookUps: dynamoLookUps(parts),
    accounts: dynamoRecoveryAccounts(parts),
    shownAccounts: dynamoShownAccounts(parts),
    links: notMeLinks({ ...parts, siteOrigin: settings.SITE_ORIGIN }),
    accountDomain: settings.ACCOUNT_DOMAIN,
  };
  return api("forgot-account", settings, { "POST /api/forgot-account": findAccount(all) });
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
