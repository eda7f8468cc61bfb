import type { Application } from "../contract/applications.ts";
import { claimsByScope, type Scope } from "../contract/oidc.ts";
import type { Authorizations } from "../contract/schemas/applications.ts";
import { Problem } from "../http/problem.ts";
import type { Action } from "../http/request.ts";
import type { Applications } from "../ports/applications.ts";
import type { Consent, Consents } from "../ports/consents.ts";
import { nameOf } from "./rules/shown-applications.ts";

interface Parts {
  readonly consents: Consents;
  readonly applications: Applications;
}

/** 應用服務授權清單 (M60): what the person allowed which application, with the application's own reasons, the newest first. */
export function authorizations(parts: Parts): Action<"GET /api/my-account/authorizations"> {
  return async ({ session }) => {
    if (session === undefined) throw new Problem("not-signed-in");
    const [consents, applications] = await Promise.all([
      parts.consents.list(session.userId),
      parts.applications.list(),
    ]);
    const known = new Map(applications.map((application) => [application.clientId, application]));
    return {
      body: { authorizations: consents.map((consent) => authorizationOf(consent, known.get(consent.clientId))) },
    };
  };
}

/** One that is no longer registered still stands under its id, so that it can be taken back. */
function authorizationOf(
  { clientId, grantedAt, scopes }: Consent,
  application: Application | undefined,
): Authorizations["authorizations"][number] {
  return {
    clientId,
    name: nameOf(clientId, application),
    owner: application?.owner.name ?? "",
    ...(application?.logo === undefined ? {} : { logo: application.logo }),
    grantedAt,
    scopes: scopes.map((scope) => scopeOf(scope, application)),
  };
}

function scopeOf(scope: string, application: Application | undefined) {
  const claims: Readonly<Record<string, readonly string[]>> = claimsByScope;
  const reason = application?.scopes[scope as Scope];
  return { scope, claims: [...(claims[scope] ?? [])], ...(reason === undefined ? {} : { reason }) };
}
