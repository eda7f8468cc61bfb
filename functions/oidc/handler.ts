import { Logger } from "@aws-lambda-powertools/logger";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { dynamoApplications } from "../adapters/applications.ts";
import { dynamoConsents } from "../adapters/consents.ts";
import { sealedInteractions } from "../adapters/interactions.ts";
import { dynamoLegacyLinks } from "../adapters/legacy-links.ts";
import { embeddedMetrics } from "../adapters/metrics.ts";
import { openIdProvider } from "../adapters/openid-provider/provider.ts";
import { readOnce } from "../adapters/openid-provider/read-once.ts";
import { sessionAndConsent } from "../adapters/openid-provider/session-and-consent.ts";
import { partsOf } from "../adapters/parts.ts";
import { dynamoSessions } from "../adapters/sessions.ts";
import { dynamoSigningKeys } from "../adapters/signing-keys.ts";
import { type Surroundings, systemClock, systemIds } from "../adapters/system.ts";
import { routes } from "../contract/routes.ts";
import { readSettings } from "../contract/settings.ts";
import { api } from "../http/api.ts";
import { decide } from "./decide.ts";
import { protocolPages } from "./pages.ts";
import { protocol } from "./protocol.ts";
import { claimsOf, eduinfoOf } from "./rules/claims.ts";
import { canBeMet, isForPerson, stepUp } from "./rules/entry.ts";
import { scopesOf } from "./rules/scopes.ts";
import { showInteraction } from "./show-interaction.ts";

const logger = new Logger({ serviceName: "oidc" });

/** Two doors: the people's routes, as every function has them, and the protocol's own paths. */
export function wire(surroundings: Surroundings) {
  const settings = readSettings(surroundings.environment);
  const parts = partsOf(settings, surroundings);
  const metrics = embeddedMetrics("oidc");
  const { SITE_ORIGIN: siteOrigin, ACCOUNT_DOMAIN: accountDomain } = settings;
  const [applications, interactions] = [dynamoApplications(parts), sealedInteractions(parts)];
  // What is asked for within one request is read once.
  const own = { ...parts, dynamo: readOnce(parts.dynamo) };
  const [sessions, consents] = [dynamoSessions(own), dynamoConsents(own)];
  const people = {
    interactions,
    applications,
    sessions,
    consents,
    people: sessionAndConsent({ sessions, consents, links: dynamoLegacyLinks(own) }),
    siteOrigin,
    accountDomain,
  };
  const peopleDoor = api("oidc", settings, {
    "GET /api/oidc/interactions/{uid}": showInteraction(people),
    "POST /api/oidc/interactions/{uid}": decide(people),
  });

  const provider = openIdProvider({
    ...own,
    sessions,
    signingKeys: dynamoSigningKeys(parts),
    applications,
    interactions,
    rules: {
      isForPerson,
      stepUp,
      canBeMet,
      scopesOf,
      eduinfoOf,
      claimsOf: (person, now) => claimsOf(person, now, siteOrigin),
    },
    pages: protocolPages,
    replayed(clientId) {
      metrics.count("TokensReplayed");
      logger.warn("A code or a refresh token came twice", { clientId });
    },
    issuer: siteOrigin,
  });
  const protocolDoor = protocol({ provider, settings, policy: parts.policy });

  return (event: APIGatewayProxyEventV2, context: Context) =>
    Object.hasOwn(routes, event.routeKey) ? peopleDoor(event, context) : protocolDoor(event);
}

export const handler = wire({ environment: process.env, clock: systemClock, ids: systemIds });
