import type { Provider } from "oidc-provider";
import type { Keys } from "../../ports/keys.ts";
import type { ProtocolRequest } from "../../ports/openid-provider.ts";
import { readGrantId } from "./grant-id.ts";
import { rowsOfGrant } from "./live-grants.ts";
import type { ProviderParts } from "./parts.ts";

/** Between the random part of a token and the grant it tells of, and in that instead of dots: with dots it would be taken for a JWT. */
const mark = "~";

/** What the library's types leave out. */
interface Token {
  jti: string;
  readonly grantId?: string;
  generateTokenId(): string;
}

/**
 * Tokens of this provider tell, sealed, which grant they are of, so that token and grant are read at once (performance goal 1). Nothing
 * rests on that: what is known of a token is what its row says.
 */
export function tellGrants(keys: Keys, provider: Provider): void {
  for (const { prototype } of [provider.AccessToken, provider.RefreshToken]) {
    const { save } = prototype;
    prototype.save = async function (this: typeof prototype) {
      const token = this as unknown as Token;
      const grant = readGrantId(token.grantId ?? "");
      if (grant === undefined) throw new Error("a token without a grant");
      const { userId, clientId, family } = grant;
      // No more than what is read by: applications keep tokens in columns of a database.
      const sealed = await keys.seal("grant", [userId, clientId, family]);
      token.jti ||= `${token.generateTokenId()}${mark}${sealed.replaceAll(".", mark)}`;
      return save.call(this);
    };
  }
}

/** What a request with a token will read besides the token's row. Nothing for a token that tells nothing, or of no application any more. */
export async function grantAhead(
  { keys, applications }: Pick<ProviderParts, "keys" | "applications">,
  request: Pick<ProtocolRequest, "headers" | "body">,
) {
  const token = bearerOf(request) ?? new URLSearchParams(request.body).get("refresh_token") ?? "";
  if (!token.includes(mark)) return [];
  const told = await keys.unseal("grant", token.slice(token.indexOf(mark) + 1).replaceAll(mark, "."));
  if (told === undefined) return [];
  const [userId, clientId, family] = told as [string, string, string];
  const application = await applications.find(clientId);
  return application === undefined ? [] : rowsOfGrant({ userId, clientId, family }, application);
}

/** The access token of a request (RFC 6750), as this provider makes them. */
export const bearerOf = ({ headers }: Pick<ProtocolRequest, "headers">): string | undefined =>
  /^Bearer ([\w~-]+)$/i.exec(headers.authorization ?? "")?.[1];
