import type { FindAccount, KoaContextWithOIDC } from "oidc-provider";
import { claimsByScope } from "../../contract/oidc.ts";
import { sidOf } from "../../ports/subjects.ts";
import { personNumberOf } from "../account-row.ts";
import { consentKey } from "../consents.ts";
import { legacyLinkOf } from "../legacy-links.ts";
import { offlineFamily, readGrantId, sessionFamily, writeGrantId } from "./grant-id.ts";
import { openidOf, refusedClaims } from "./grant-model.ts";
import { type LiveGrant, liveGrant } from "./live-grants.ts";
import { applicationOf, type ProviderParts } from "./parts.ts";
import { theScope } from "./request-scope.ts";
import { theSession } from "./session-model.ts";

/** The person a session or a token stands for; by a token only while its grant lives. */
export function findAccount(parts: ProviderParts): FindAccount {
  return async (_, userId, token) => {
    const { grantId } = (token ?? {}) as { readonly grantId?: string };
    const grant = grantId === undefined ? undefined : readGrantId(grantId);
    const live = grant && (await liveGrant(parts, grant));
    if (token !== undefined && live === undefined) return undefined;
    return {
      accountId: userId,
      claims: async (_use, scope, claims) => {
        if (live === undefined) return { sub: userId };
        const asked = [...scope.split(" "), ...Object.keys(claims ?? {})];
        return { ...(await allClaims(parts, live, asked)), sub: userId };
      },
    };
  };
}

/** Scopes and claims that need what a person told a legacy platform, or was there. */
const ofPlatform = ["legacy", "personid", ...claimsByScope.legacy];

/**
 * Every claim of a person; the ID number (M86) and what a legacy platform has are opened only where they are asked for. Who has no number
 * here may have told it to the platform (M83), where it was compared: of who is in no roster nobody knows whose it is.
 */
async function allClaims(
  { keys, rules, clock }: ProviderParts,
  { account, profile, link }: LiveGrant,
  asked: readonly string[],
) {
  const legacy =
    link !== undefined && ofPlatform.some((name) => asked.includes(name)) ? await legacyLinkOf(keys, link) : undefined;
  const isCompared = legacy?.state === "registered" && profile.personKey !== undefined;
  const told = isCompared ? legacy.profile.personId : undefined;
  const personId = asked.includes("personid") ? ((await personNumberOf(keys, account)) ?? told) : undefined;
  return rules.claimsOf(
    { ...profile, ...(personId === undefined ? {} : { personId }), ...(legacy === undefined ? {} : { legacy }) },
    clock.now(),
  );
}

/**
 * The consent of the person to the application as a grant of the library, of a new family each time (T31): what is replayed of one sign-in
 * ends nothing of another. Undefined when there is none; the library then asks.
 */
export function loadExistingGrant(parts: ProviderParts) {
  const { dynamo, keys, ids, rules, sessions } = parts;
  return async ({ oidc }: KoaContextWithOIDC) => {
    const session = await theSession(sessions, theScope());
    const clientId = oidc.client?.clientId ?? "";
    if (session === undefined || oidc.session === undefined) return undefined;
    const { userId, sessionKey, profile } = session;
    const [consent] = await dynamo.batchGet([{ table: "consents", key: consentKey(userId, clientId) }]);
    if (consent === undefined) return undefined;

    oidc.session.sidFor(clientId, await sidOf(keys, sessionKey, clientId));
    const application = await applicationOf(parts, clientId);
    const allowed = rules.scopesOf(application).filter((scope) => (consent.scopes as string[]).includes(scope));
    const offline = oidc.requestParamScopes.has("offline_access") && allowed.includes("offline_access");
    const family = offline ? offlineFamily(ids.id()) : sessionFamily(sessionKey, ids.id());
    const generation = String(consent.generation);
    const grant = new oidc.provider.Grant({ accountId: userId, clientId });
    grant.jti = writeGrantId({ userId, clientId, generation, epoch: profile.epoch, family });
    Object.assign(grant, { openid: openidOf(allowed) });
    const impossible = await refusedClaims(parts, clientId, oidc.requestParamClaims);
    if (impossible.length > 0) grant.rejectOIDCClaims(impossible);
    return grant;
  };
}
