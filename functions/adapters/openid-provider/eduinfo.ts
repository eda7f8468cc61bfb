import type { Provider } from "oidc-provider";
import type { ProtocolAnswer, ProtocolRequest } from "../../ports/openid-provider.ts";
import { subjectOf } from "../../ports/subjects.ts";
import { readGrantId } from "./grant-id.ts";
import { liveGrant } from "./live-grants.ts";
import type { ProviderParts } from "./parts.ts";
import { bearerOf } from "./told-grant.ts";

/** The education record, for who has an access token with the scope `eduinfo` (RFC 6750). */
export async function eduinfo(
  parts: ProviderParts,
  provider: Provider,
  request: ProtocolRequest,
): Promise<ProtocolAnswer> {
  const value = bearerOf(request);
  if (value === undefined) return refused(401, parts.issuer, "");
  const token = await provider.AccessToken.find(value);
  const grant = token?.grantId === undefined ? undefined : readGrantId(token.grantId);
  const live = grant && (await liveGrant(parts, grant));
  if (token === undefined || grant === undefined || live === undefined)
    return refused(401, parts.issuer, "invalid_token");
  if (!token.scopes.has("eduinfo")) return refused(403, parts.issuer, "insufficient_scope");
  const { application, profile } = live;
  if (!parts.rules.scopesOf(application).includes("eduinfo") || !live.scopes.includes("eduinfo"))
    return refused(403, parts.issuer, "insufficient_scope");
  const sub = await subjectOf(parts.keys, application, grant.userId);
  return answer(200, { ...parts.rules.eduinfoOf(profile, parts.clock.now()), sub });
}

function answer(status: number, body: object, headers: Record<string, string> = {}): ProtocolAnswer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(body),
    setCookies: [],
  };
}

const refused = (status: number, realm: string, error: string): ProtocolAnswer =>
  answer(
    status,
    { error: error === "" ? "invalid_request" : error },
    {
      "www-authenticate": `Bearer realm="${realm}"${error === "" ? "" : `, error="${error}"`}`,
    },
  );
