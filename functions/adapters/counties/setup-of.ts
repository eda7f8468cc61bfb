import { type CountyProfile, countyConfiguration, countyProfile } from "../../contract/counties.ts";
import type { CountySetup } from "../../ports/county-providers.ts";
import { mayBeAsked } from "./bounded-fetch.ts";

/**
 * A county's profile with what an operator configured over it: undefined when it is switched off, a stable word when it cannot be
 * used. What an operator gives replaces the profile's value whole, and the result must be a profile again.
 */
export function setupOf(profile: CountyProfile, configuration: unknown): CountySetup | string | undefined {
  const read = countyConfiguration.safeParse(configuration);
  if (!read.success) return "configuration-invalid";
  const { on, clientId, clientSecret, test, ...over } = read.data;
  if (!on) return undefined;

  const merged = countyProfile.safeParse({ ...baseFor(profile, over.protocol), ...over, id: profile.id });
  if (!merged.success) return "profile-invalid";
  if (!asked(merged.data).every((address) => mayBeAsked(address, test))) return "address-not-https";
  if (merged.data.protocol === "openid2") return { profile: merged.data, clientId: clientId ?? "", clientSecret, test };
  if (!clientId || !clientSecret) return "client-missing";
  return { profile: merged.data, clientId, clientSecret, test };
}

/** A county that has moved to another protocol keeps its name and words, and nothing of how it spoke before. */
function baseFor(profile: CountyProfile, protocol: unknown): Partial<CountyProfile> {
  if (protocol === undefined || protocol === profile.protocol) return profile;
  const { id, name, nameEn, button, help, verified, mapping } = profile;
  return { id, name, nameEn, button, help, verified, mapping };
}

/** The addresses that are asked or sent to. An OpenID 2.0 claimed id is a name: old ones begin with http. */
function asked(profile: CountyProfile): readonly string[] {
  if (profile.protocol === "openid2") return [profile.identifier, profile.endpoint];
  const resources = Object.values(profile.resources);
  if (profile.protocol === "oidc") return [profile.issuer, ...resources];
  return [profile.authorizationEndpoint, profile.tokenEndpoint, ...resources];
}
