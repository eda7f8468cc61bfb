import { sealedCaptchas } from "../adapters/captchas.ts";
import { listedPasswords } from "../adapters/common-passwords.ts";
import { delivery as deliver } from "../adapters/delivery.ts";
import { sealedDrafts } from "../adapters/drafts.ts";
import { dynamo as tables } from "../adapters/dynamo.ts";
import { dynamoIntents } from "../adapters/intents.ts";
import { secretsManagerKeys } from "../adapters/keys.ts";
import { loadedLater } from "../adapters/loaded-later.ts";
import { dynamoLookUps } from "../adapters/look-ups.ts";
import { embeddedMetrics } from "../adapters/metrics.ts";
import { awsPost } from "../adapters/post.ts";
import { dynamoRegistrations } from "../adapters/registrations.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { policies } from "../contract/policy.ts";
import { readSettings } from "../contract/settings.ts";
import { api } from "../http/api.ts";
import type { Credentials } from "../ports/credentials.ts";
import { chooseAccount } from "./choose-account.ts";
import { complete } from "./complete.ts";
import { giveConsent } from "./give-consent.ts";
import { identify } from "./identify.ts";
import { restart } from "./restart.ts";
import { showApplication } from "./show-application.ts";

export function wire({ environment, clock, ids }: Surroundings) {
  const settings = readSettings(environment, ["USER_POOL_ID", "USER_POOL_CLIENT_ID", "MAIL_FROM"]);
  const [policy, accountDomain] = [policies[settings.POLICY_PROFILE], settings.ACCOUNT_DOMAIN];
  const parts = {
    dynamo: tables(settings.TABLE_PREFIX),
    keys: secretsManagerKeys(settings.KEY_RING_SECRET_ID),
    clock,
    ids,
    policy,
  };
  const [drafts, registrations, commonPasswords] = [sealedDrafts(parts), dynamoRegistrations(parts), listedPasswords()];
  const pool = { userPoolId: settings.USER_POOL_ID, clientId: settings.USER_POOL_CLIENT_ID };
  // Only the last step speaks to the vault.
  const credentials = loadedLater<Credentials>(["create", "setPassword", "check", "delete"], () =>
    import("../adapters/credentials.ts").then(({ cognitoCredentials }) => cognitoCredentials(pool, ids)),
  );
  const metrics = embeddedMetrics("register");
  const failed = () => metrics.count("MessageFailed");
  const delivery = deliver({
    post: awsPost(settings.MAIL_FROM, settings.SMS_SENDER),
    intents: dynamoIntents(parts),
    failed,
  });

  return api("register", settings, {
    "GET /api/register": showApplication({ drafts, registrations, accountDomain }),
    "POST /api/register/identity": identify({
      ...parts,
      drafts,
      captchas: sealedCaptchas(parts),
      lookUps: dynamoLookUps(parts),
    }),
    "POST /api/register/consent": giveConsent({ drafts, clock }),
    "POST /api/register/account": chooseAccount({ drafts, registrations, commonPasswords, ids, policy }),
    "POST /api/register/complete": complete({
      drafts,
      registrations,
      credentials,
      delivery,
      commonPasswords,
      ids,
      policy,
      accountDomain,
    }),
    "POST /api/register/restart": restart({ drafts, registrations }),
  });
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
