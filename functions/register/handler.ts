import { sealedCaptchas } from "../adapters/captchas.ts";
import { listedPasswords } from "../adapters/common-passwords.ts";
import { sealedCountyCookies } from "../adapters/county-cookies.ts";
import { cognitoLater } from "../adapters/credentials-later.ts";
import { delivery } from "../adapters/delivery.ts";
import { sealedDrafts } from "../adapters/drafts.ts";
import { dynamoIntents } from "../adapters/intents.ts";
import { loadedLater } from "../adapters/loaded-later.ts";
import { dynamoLookUps } from "../adapters/look-ups.ts";
import { embeddedMetrics } from "../adapters/metrics.ts";
import { partsOf, poolOf } from "../adapters/parts.ts";
import { sealedPasswordHistory } from "../adapters/password-history.ts";
import { awsPost } from "../adapters/post.ts";
import { dynamoRegistrations } from "../adapters/registrations.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { readSettings } from "../contract/settings.ts";
import { type Actions, api } from "../http/api.ts";
import { chooseAccount } from "./choose-account.ts";
import { complete } from "./complete.ts";
import { giveConsent } from "./give-consent.ts";
import { identify } from "./identify.ts";
import { type PublicRoute, publicRoutes } from "./public/public-routes.ts";
import { restart } from "./restart.ts";
import { showApplication } from "./show-application.ts";

export function wire(surroundings: Surroundings) {
  const settings = readSettings(surroundings.environment, ["USER_POOL_ID", "USER_POOL_CLIENT_ID", "MAIL_FROM"]);
  const parts = partsOf(settings, surroundings);
  const metrics = embeddedMetrics("register");
  const post = awsPost(settings.MAIL_FROM, settings.SMS_SENDER);
  const all = {
    ...parts,
    countyCookies: sealedCountyCookies(parts),
    drafts: sealedDrafts(parts),
    registrations: dynamoRegistrations(parts),
    commonPasswords: listedPasswords(),
    passwordHistory: sealedPasswordHistory(parts),
    captchas: sealedCaptchas(parts),
    lookUps: dynamoLookUps(parts),
    credentials: cognitoLater(poolOf(settings), parts.ids),
    delivery: delivery({ post, intents: dynamoIntents(parts), failed: () => metrics.count("MessageFailed") }),
    metrics,
    accountDomain: settings.ACCOUNT_DOMAIN,
    siteOrigin: settings.SITE_ORIGIN,
  };
  return api("register", settings, {
    "GET /api/register": showApplication(all),
    "POST /api/register/identity": identify(all),
    "POST /api/register/consent": giveConsent(all),
    "POST /api/register/account": chooseAccount(all),
    "POST /api/register/complete": complete(all),
    "POST /api/register/restart": restart(all),
    // Who applies by the roster does without them (performance goal 4).
    ...loadedLater<Pick<Actions<"register">, PublicRoute>>(publicRoutes, () =>
      import("./public/registering.ts").then(({ registering }) => registering(all)),
    ),
  });
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
