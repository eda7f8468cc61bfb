import * as client from "openid-client";
import {
  type CountyFacts,
  type CountyProviders,
  type CountySetup,
  CountyTrouble,
} from "../../ports/county-providers.ts";
import {
  askResources,
  beginCodeFlow,
  type CodeFlowProfile,
  checkEndpoints,
  clientFor,
  clockTolerance,
  finishCodeFlow,
  type ProviderParts,
} from "./code-flow.ts";
import { type Discovered, discovered } from "./discovered.ts";
import { checkIdToken, type Expected } from "./id-token.ts";
import { jsonAnswers } from "./json-answers.ts";
import { troubled } from "./protocol-troubles.ts";

type Profile = Extract<CodeFlowProfile, { protocol: "oidc" }>;

/** OpenID Connect Core 1.0, authorization code flow, as the relying party of a county. */
export function oidc(given: ProviderParts): CountyProviders {
  const parts = { ...given, fetch: jsonAnswers(given.fetch) };
  const issuers = new Map<string, Discovered>();

  return {
    begin: (setup, redirectUri) =>
      troubled(async () => {
        const profile = profileOf(setup);
        const { configuration } = await connect(setup, profile);
        return beginCodeFlow(configuration, profile, redirectUri, { nonce: client.randomNonce() });
      }),
    finish: (setup, kept, answer) =>
      troubled(async () => {
        if (!kept.nonce) throw new CountyTrouble("refused", "round-trip");
        const profile = profileOf(setup);
        const { configuration, issuer } = await connect(setup, profile);
        const tokens = await finishCodeFlow(configuration, kept, answer);
        const idToken = await checkIdToken(tokens.id_token ?? "", expectedOf(setup, profile), issuer.keys);
        return { subject: idToken.sub, told: await ask(setup, profile, configuration, tokens.access_token, idToken) };
      }),
  };

  async function connect(setup: CountySetup, profile: Profile) {
    const issuer = issuerOf(profile.issuer, setup.test);
    const metadata = await issuer.metadata.get();
    const { authorization_endpoint, token_endpoint, jwks_uri, userinfo_endpoint } = metadata;
    const needed = [authorization_endpoint, token_endpoint, jwks_uri, ...(profile.userinfo ? [userinfo_endpoint] : [])];
    checkEndpoints(needed, setup.test);
    // The profile's algorithms, whatever the county's document would allow (T36).
    const server = { ...metadata, id_token_signing_alg_values_supported: profile.algorithms };
    return { issuer, configuration: clientFor(setup, profile, server, parts) };
  }

  function issuerOf(issuer: string, test: boolean): Discovered {
    const key = `${test} ${issuer}`;
    const known = issuers.get(key) ?? discovered(issuer, test, parts);
    issuers.set(key, known);
    return known;
  }

  function expectedOf({ clientId }: CountySetup, { issuer, algorithms }: Profile): Expected {
    const { clock, policy } = parts;
    const [now, oldest] = [clock.now(), policy.county.roundTrip];
    return { issuer, clientId, algorithms, now, oldest, tolerance: clockTolerance };
  }

  /** Userinfo must be of the very person of the ID token (§5.3.2). */
  async function ask(
    { test }: CountySetup,
    profile: Profile,
    configuration: client.Configuration,
    accessToken: string,
    idToken: { readonly sub: string },
  ): Promise<CountyFacts["told"]> {
    const [resources, userinfo] = await Promise.all([
      askResources(parts.fetch, profile, accessToken, test),
      profile.userinfo ? client.fetchUserInfo(configuration, accessToken, idToken.sub) : undefined,
    ]);
    return { ...resources, ...(userinfo === undefined ? {} : { userinfo }), id_token: idToken };
  }
}

function profileOf({ profile }: CountySetup): Profile {
  if (profile.protocol !== "oidc") throw new CountyTrouble("refused", "protocol");
  return profile;
}
