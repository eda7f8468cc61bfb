import { sealedCaptchas } from "../adapters/captchas.ts";
import { dynamoCases } from "../adapters/cases.ts";
import { cognitoLater } from "../adapters/credentials-later.ts";
import { delivery } from "../adapters/delivery.ts";
import { dynamoDisabling } from "../adapters/disabling.ts";
import { dynamoFreezing } from "../adapters/freezing.ts";
import { dynamoIntents } from "../adapters/intents.ts";
import { embeddedMetrics } from "../adapters/metrics.ts";
import { notMeLinks } from "../adapters/not-me.ts";
import { serviceDesk } from "../adapters/owner-addresses.ts";
import { partsOf, poolOf } from "../adapters/parts.ts";
import { awsPost } from "../adapters/post.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { takingBack } from "../adapters/taking-back.ts";
import { readSettings } from "../contract/settings.ts";
import { api } from "../http/api.ts";
import { freeze } from "./freeze.ts";
import { lookAtCase } from "./look-at-case.ts";
import { openCase } from "./open-case.ts";

export function wire(surroundings: Surroundings) {
  const settings = readSettings(surroundings.environment, [
    "USER_POOL_ID",
    "USER_POOL_CLIENT_ID",
    "MAIL_FROM",
    "SERVICE_DESK_MAIL",
  ]);
  const parts = partsOf(settings, surroundings);
  const metrics = embeddedMetrics("contact-us");
  const post = awsPost(settings.MAIL_FROM, settings.SMS_SENDER);
  const all = {
    ...parts,
    captchas: sealedCaptchas(parts),
    cases: dynamoCases(parts),
    owners: serviceDesk(settings.SERVICE_DESK_MAIL),
    links: notMeLinks({ ...parts, siteOrigin: settings.SITE_ORIGIN }),
    freezing: dynamoFreezing(parts),
    contacts: takingBack(parts),
    disabling: dynamoDisabling(parts),
    credentials: cognitoLater(poolOf(settings), parts.ids),
    delivery: delivery({ post, intents: dynamoIntents(parts), failed: () => metrics.count("MessageFailed") }),
    metrics,
    accountDomain: settings.ACCOUNT_DOMAIN,
  };
  return api("contact-us", settings, {
    "POST /api/cases": openCase(all),
    "POST /api/cases/look": lookAtCase(all),
    "POST /api/not-me": freeze(all),
  });
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
