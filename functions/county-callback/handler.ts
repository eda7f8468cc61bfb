import { countyProviders } from "../adapters/counties/providers.ts";
import { countySetups } from "../adapters/counties/setups.ts";
import { dynamoCountyAccounts } from "../adapters/county-accounts.ts";
import { sealedCountyCookies } from "../adapters/county-cookies.ts";
import { dynamoCountyStates } from "../adapters/county-states.ts";
import { sealedDrafts } from "../adapters/drafts.ts";
import { embeddedMetrics } from "../adapters/metrics.ts";
import { notMeLinks } from "../adapters/not-me.ts";
import { partsOf } from "../adapters/parts.ts";
import { resetGrantMaker } from "../adapters/reset-grants.ts";
import { dynamoSessions } from "../adapters/sessions.ts";
import { sealedSignInSteps } from "../adapters/sign-in-steps.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { readSettings } from "../contract/settings.ts";
import { api } from "../http/api.ts";
import { applyByCounty, choose } from "./apply.ts";
import { arrivals } from "./arrivals.ts";
import { countyProfiles } from "./counties/counties.ts";
import { finish } from "./finish.ts";
import { handOver } from "./hand-over.ts";
import { link, showProof, told } from "./link.ts";
import { listCounties } from "./list-counties.ts";
import { start } from "./start.ts";
import { countyTroubles } from "./troubles.ts";

export function wire(surroundings: Surroundings) {
  const settings = readSettings(surroundings.environment, ["COUNTIES_SECRET_ID"]);
  const parts = partsOf(settings, surroundings);
  const own = {
    ...parts,
    setups: countySetups({
      secretId: settings.COUNTIES_SECRET_ID,
      profiles: countyProfiles,
      clock: parts.clock,
    }),
    states: dynamoCountyStates(parts),
    providers: countyProviders(parts),
    accounts: dynamoCountyAccounts(parts),
    countyCookies: sealedCountyCookies(parts),
    sessions: dynamoSessions(parts),
    steps: sealedSignInSteps(parts),
    drafts: sealedDrafts(parts),
    grants: resetGrantMaker(parts),
    links: notMeLinks({ ...parts, siteOrigin: settings.SITE_ORIGIN }),
    metrics: embeddedMetrics("county-callback"),
    siteOrigin: settings.SITE_ORIGIN,
    accountDomain: settings.ACCOUNT_DOMAIN,
  };
  const all = { ...own, troubles: countyTroubles(own), arrivals: arrivals({ ...own, apply: applyByCounty(own) }) };
  const actions = {
    "GET /api/counties": listCounties(all),
    "POST /api/county/start": start(all),
    "GET /api/county/{county}/callback": handOver(),
    "POST /api/county/{county}/callback": handOver(),
    "POST /api/county/finish": finish(all),
    "POST /api/county/choose": choose(all),
    "GET /api/county/proof": showProof(all),
    "POST /api/county/link": link(all),
    "POST /api/county/told": told(all),
  };
  return api("county-callback", settings, actions, all.sessions);
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
