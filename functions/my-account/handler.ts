import { dynamoApplications } from "../adapters/applications.ts";
import { dynamoConsents } from "../adapters/consents.ts";
import { dynamoEvents } from "../adapters/events.ts";
import { loadedLater } from "../adapters/loaded-later.ts";
import { partsOf } from "../adapters/parts.ts";
import { secondFactorsLater } from "../adapters/second-factors-later.ts";
import { dynamoSessions } from "../adapters/sessions.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { readSettings } from "../contract/settings.ts";
import { type Actions, api } from "../http/api.ts";
import { applicationRecords } from "./application-records.ts";
import { authorizations } from "./authorizations.ts";
import { type ChangingRoute, changingRoutes } from "./changing-routes.ts";
import { devices } from "./devices.ts";
import { endDevices } from "./end-devices.ts";
import { launcher } from "./launcher.ts";
import { revokeAuthorizations } from "./revoke-authorizations.ts";
import { showAccount } from "./show-account.ts";
import { signInRecords } from "./sign-in-records.ts";
import { showFactor } from "./two-factor/show-factor.ts";
import { whoAmI } from "./who-am-i.ts";

export function wire(surroundings: Surroundings) {
  const settings = readSettings(surroundings.environment, ["USER_POOL_ID", "USER_POOL_CLIENT_ID", "MAIL_FROM"]);
  const { ACCOUNT_DOMAIN: accountDomain, SITE_ORIGIN: siteOrigin } = settings;
  const parts = partsOf(settings, surroundings);
  const all = {
    ...parts,
    accountDomain,
    sessions: dynamoSessions(parts),
    applications: dynamoApplications(parts),
    consents: dynamoConsents(parts),
    events: dynamoEvents(parts),
    factors: secondFactorsLater({ ...parts, accountDomain, siteOrigin }),
  };
  const actions = {
    "GET /api/session": whoAmI(all),
    "GET /api/my-account": showAccount(all),
    "GET /api/my-account/devices": devices(all),
    "POST /api/my-account/devices/end": endDevices(all),
    "GET /api/my-account/sign-ins/{most}": signInRecords(all),
    "GET /api/applications": launcher(all),
    "GET /api/my-account/authorizations": authorizations(all),
    "POST /api/my-account/authorizations/revoke": revokeAuthorizations(all),
    "GET /api/my-account/application-sign-ins/{most}": applicationRecords(all),
    "GET /api/my-account/two-factor": showFactor(all),
    // Most requests only look: what they do not need stays out of their cold start (performance goal 4).
    ...loadedLater<Pick<Actions<"my-account">, ChangingRoute>>(changingRoutes, () =>
      import("./changes.ts").then(({ changes }) => changes(all, settings)),
    ),
  };
  return api("my-account", settings, actions, all.sessions);
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
