import type { Provider } from "oidc-provider";
import { applicationOf, type ProviderParts } from "./parts.ts";

/** What the library's types leave out. */
interface WithClaims {
  readonly Claims: { readonly prototype: Claims };
}
interface Claims {
  readonly client: { readonly clientId: string };
  result(): Promise<Record<string, unknown>>;
}

/**
 * A legacy platform reads who the person was there by the name that it knows (`legacyPlatform.claim`). The library knows claims by one name
 * for all: they are named anew where it has picked what is told, at userinfo and in an ID token alike.
 */
export function nameLegacyClaims(parts: Pick<ProviderParts, "applications">, provider: Provider): void {
  const { prototype } = (provider as unknown as WithClaims).Claims;
  const { result } = prototype;
  prototype.result = async function (this: Claims) {
    const { legacy_account: account, ...claims } = await result.call(this);
    if (account === undefined) return claims;
    const { legacyPlatform } = await applicationOf(parts, this.client.clientId);
    return { ...claims, [legacyPlatform?.claim ?? "legacy_account"]: account };
  };
}
